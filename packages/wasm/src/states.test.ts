import { constant, type Entry, input, type Tensor, type Value, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { wasm } from "./engine";

const float = (name: string, shape: readonly number[]) => input(name, { shape, dtype: "float32" });
const entry = (part: Partial<Entry>): Entry => ({ inputs: {}, outputs: {}, updates: {}, ...part });

/** Compiles one entry on states that begin with these numbers. */
function started(
  state: Readonly<Record<string, Tensor>>,
  numbers: Readonly<Record<string, Value>>,
  part: Partial<Entry>,
) {
  const run = wasm.compile({ state, entries: { go: entry(part) } });
  for (const [name, given] of Object.entries(numbers)) run.write(name, given);
  return {
    go: (inputs: Readonly<Record<string, Value>> = {}) =>
      Object.fromEntries(Object.entries(run.run("go", inputs)).map(([name, { data }]) => [name, [...data]])),
    read: (name: string) => [...run.read(name).data],
  };
}

describe("states", () => {
  const [a, b] = [float("a", [3]), float("b", [3])];
  const numbers = { a: value([1, 2, 3]), b: value([10, 20, 30]) };

  it("are swapped, both from what they were", () => {
    const run = started({ a, b }, numbers, { updates: { a: b, b: a } });
    run.go();
    expect([run.read("a"), run.read("b")]).toEqual([
      [10, 20, 30],
      [1, 2, 3],
    ]);
  });

  it("go around in a ring", () => {
    const c = float("c", [3]);
    const run = started(
      { a, b, c },
      { ...numbers, c: value([7, 8, 9]) },
      { updates: { a: b, b: c.neg(), c: a.mul(2) } },
    );
    run.go();
    expect([run.read("a"), run.read("b"), run.read("c")]).toEqual([
      [10, 20, 30],
      [-7, -8, -9],
      [2, 4, 6],
    ]);
  });

  it("are read as they were by everything, however the reader walks over them", () => {
    const square = float("square", [2, 2]);
    const given = { square: value([[1, 2], [3, 4]]), b: value([0, 0, 0]) }; // biome-ignore format: a table
    const run = started({ square, b }, given, {
      outputs: { before: square, turned: square.transpose(), sum: square.sum(), last: square.slice([1, 1], [1, 1]) },
      updates: { square: square.add(1), b: b.add(square.sum(0).sum()) },
    });
    expect(run.go()).toEqual({ before: [1, 2, 3, 4], turned: [1, 3, 2, 4], sum: [10], last: [4] });
    expect([run.read("square"), run.read("b")]).toEqual([
      [2, 3, 4, 5],
      [10, 10, 10],
    ]);
  });

  it("may take another arrangement of themselves", () => {
    const square = float("square", [2, 2]);
    const given = { square: value([[1, 2], [3, 4]]) }; // biome-ignore format: a table
    const turned = started({ square }, given, { updates: { square: square.transpose() } });
    turned.go();
    expect(turned.read("square")).toEqual([1, 3, 2, 4]);
    const shifted = started(
      { a },
      { a: value([1, 2, 3]) },
      {
        updates: { a: a.gather(constant([1, 2, 0], "int32")).add(a) },
      },
    );
    shifted.go();
    expect(shifted.read("a")).toEqual([3, 5, 4]); // 2 + 1, 3 + 2, 1 + 3
  });

  it("take the first part of a value without what stands behind it", () => {
    const one = float("one", [1]);
    const run = started({ one, a, b }, numbers, { updates: { one: a.add(b).slice([0], [1]) } });
    run.go();
    expect([run.read("one"), run.read("a"), run.read("b")]).toEqual([[11], [1, 2, 3], [10, 20, 30]]);
  });

  it("keep their numbers when two of them take the same value", () => {
    const run = started({ a, b }, numbers, { outputs: { sum: a.add(b) }, updates: { a: a.add(b), b: a.add(b) } });
    expect(run.go()).toEqual({ sum: [11, 22, 33] });
    expect([run.read("a"), run.read("b")]).toEqual([
      [11, 22, 33],
      [11, 22, 33],
    ]);
  });

  it("do not change where a guard says no, and outputs come all the same", () => {
    const go = input("go", { shape: [], dtype: "bool" });
    const run = started({ a, b }, numbers, {
      inputs: { go },
      outputs: { sum: a.add(b), go, other: go.equal(0) },
      updates: { a: a.add(b), b: a },
      guard: go,
    });
    const no = value([false], { shape: [], dtype: "bool" });
    expect(run.go({ go: no })).toEqual({ sum: [11, 22, 33], go: [0], other: [1] });
    expect([run.read("a"), run.read("b")]).toEqual([
      [1, 2, 3],
      [10, 20, 30],
    ]);
    expect(run.go({ go: value([true], { shape: [], dtype: "bool" }) })).toEqual({
      sum: [11, 22, 33],
      go: [1],
      other: [0],
    });
    expect([run.read("a"), run.read("b")]).toEqual([
      [11, 22, 33],
      [1, 2, 3],
    ]);
  });

  it("hold bools and whole numbers", () => {
    const flags = input("flags", { shape: [5], dtype: "bool" });
    const count = input("count", { shape: [5], dtype: "int32" });
    const run = started(
      { flags, count },
      { flags: value([true, false, true, false, true], { dtype: "bool" }) },
      { outputs: { flags }, updates: { flags: flags.equal(0), count: count.add(flags.cast("int32")) } },
    );
    expect([run.go(), run.go(), run.go()]).toEqual([
      { flags: [1, 0, 1, 0, 1] },
      { flags: [0, 1, 0, 1, 0] },
      { flags: [1, 0, 1, 0, 1] },
    ]);
    expect(run.read("count")).toEqual([2, 1, 2, 1, 2]);
  });

  it("are shared by the entries of a program", () => {
    const x = float("x", [3]);
    const entries = {
      add: entry({ inputs: { x }, updates: { a: a.add(x) } }),
      double: entry({ updates: { a: a.mul(2) } }),
      show: entry({ outputs: { a } }),
    };
    const run = wasm.compile({ state: { a }, entries });
    run.run("add", { x: value([1, 2, 3]) });
    run.repeat("double", 3);
    run.run("add", { x: value([1, 1, 1]) });
    expect([...(run.run("show").a as Value).data]).toEqual([9, 17, 25]);
  });
});

describe("outputs", () => {
  it("may be inputs, constants, views, empty, or twice the same", () => {
    const x = float("x", [2, 3]);
    const sum = x.add(1);
    const run = started({}, {}, {
      inputs: { x },
      outputs: {
        x,
        again: x,
        constant: constant([4, 5]),
        everywhere: constant(6).broadcast([2, 2]),
        turned: x.transpose(),
        sum,
        sumAgain: sum,
        column: sum.slice([0, 1], [2, 1]),
        none: x.slice([0, 0], [0, 3]).mul(2),
        noneSum: x.slice([0, 0], [0, 3]).sum(),
      },
    }); // biome-ignore format: a table of outputs
    expect(
      run.go({
        x: value([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      }),
    ).toEqual({
      x: [1, 2, 3, 4, 5, 6],
      again: [1, 2, 3, 4, 5, 6],
      constant: [4, 5],
      everywhere: [6, 6, 6, 6],
      turned: [1, 4, 2, 5, 3, 6],
      sum: [2, 3, 4, 5, 6, 7],
      sumAgain: [2, 3, 4, 5, 6, 7],
      column: [3, 6],
      none: [],
      noneSum: [0],
    });
  });
});
