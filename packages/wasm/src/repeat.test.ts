import { constant, input, type Program, type Value, value } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lacks } from "../test/lacks";
import { type RandomProgram, randomPrograms } from "../test/random-program";
import { sameBits } from "../test/same-bits";
import { wasm } from "./engine";

/** An entry without inputs, repeated and run as often, from the state that the program's actions begin with. */
const sameTwice = ({ program, actions }: RandomProgram): void => {
  const [entry] = Object.keys(program.entries).filter(
    (name) => Object.keys(program.entries[name]?.inputs ?? {}).length === 0,
  );
  fc.pre(entry !== undefined && !lacks(program));
  const [once, often] = [wasm.compile(program), wasm.compile(program)];
  for (const a of actions) if (a.type === "write") for (const e of [once, often]) e.write(a.state, a.value);
  for (let i = 0; i < 3; i++) once.run(entry as string);
  often.repeat(entry as string, 3);
  for (const name of Object.keys(program.state)) {
    expect([name, sameBits(once.read(name), often.read(name))]).toEqual([name, true]);
  }
};

describe("repeat", () => {
  it("does to the bit what running as often does", () => {
    fc.assert(fc.property(randomPrograms(12), sameTwice), { numRuns: 60, seed: 3, maxSkipsPerRun: 1000 });
  });

  it("stops where the guard says no, and leaves the state as it was", () => {
    const count = input("count", { shape: [], dtype: "int32" });
    const sum = input("sum", { shape: [3], dtype: "float32" });
    const entry = {
      inputs: {},
      outputs: { sum },
      updates: { count: count.add(1), sum: sum.add(count.cast("float32")) },
      guard: count.less(5),
    };
    const run = wasm.compile({ state: { count, sum }, entries: { step: entry } });
    expect(run.repeat("step", 3)).toBe(3);
    expect([...run.read("sum").data]).toEqual([3, 3, 3]); // 0 + 1 + 2
    expect(run.repeat("step", 9)).toBe(2);
    expect([...run.read("sum").data]).toEqual([10, 10, 10]); // … + 3 + 4
    expect(run.repeat("step", 9)).toBe(0);
    expect([...(run.run("step").sum as Value).data]).toEqual([10, 10, 10]);
    expect([...run.read("count").data]).toEqual([5]);
    run.write("count", value([4], { shape: [], dtype: "int32" }));
    expect(run.repeat("step", 9)).toBe(1);
  });

  it("can be asked for no times, and for more than are ever done", () => {
    const s = input("s", { shape: [], dtype: "float64" });
    const program: Program = {
      state: { s },
      entries: { never: { inputs: {}, outputs: {}, updates: { s: s.add(1) }, guard: constant(false, "bool") } },
    };
    const run = wasm.compile(program);
    expect(run.repeat("never", 0)).toBe(0);
    expect(run.repeat("never", 2 ** 40)).toBe(0);
    expect([...run.read("s").data]).toEqual([0]);
  });
});
