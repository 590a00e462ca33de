import { describe, expect, it } from "vitest";
import { refusal } from "../test/refusal";
import { interpreter } from "./interpreter";
import type { Program } from "./program";
import { constant, input } from "./source";
import type { Tensor } from "./tensor";
import { type Value, value } from "./value";

const float = (shape: number[] = []) => ({ shape, dtype: "float64" }) as const;
const held = (numbers: number | number[]): Value => value(numbers, { dtype: "float64" });
const numbers = (found: Value | undefined) => Array.from(found?.data ?? []);

const a = input("a", float());
const b = input("b", float());
const x = input("x", float([2]));

/** Two states and an entry for each thing that is tested. */
const program: Program = {
  state: { a, b },
  entries: {
    swap: { inputs: {}, outputs: { before: a }, updates: { a: b, b: a } },
    count: { inputs: {}, outputs: { a }, updates: { a: a.add(1) }, guard: a.less(3) },
    scale: { inputs: { x }, outputs: { y: x.mul(a) }, updates: {} },
    both: { inputs: { x }, outputs: { y: x, z: x }, updates: {} },
  },
};

function started(first = 0, second = 0) {
  const executable = interpreter.compile(program);
  executable.write("a", held(first));
  executable.write("b", held(second));
  const state = () => [...numbers(executable.read("a")), ...numbers(executable.read("b"))];
  return { executable, state };
}

describe("the interpreter", () => {
  it("starts with zeros", () => {
    const executable = interpreter.compile(program);
    expect(executable.read("a")).toEqual(held(0));
    expect(interpreter.name).toBe("interpreter");
  });

  it("computes all updates from the present state, then sets them at once", () => {
    const { executable, state } = started(1, 2);
    expect(numbers(executable.run("swap").before)).toEqual([1]);
    expect(state()).toEqual([2, 1]);
  });

  it("leaves everything as it is where the guard says no", () => {
    const { executable, state } = started(3, 7);
    // outputs are given all the same
    expect(numbers(executable.run("count").a)).toEqual([3]);
    expect(state()).toEqual([3, 7]);
    executable.write("a", held(2));
    executable.run("count");
    expect(state()).toEqual([3, 7]);
  });

  it("repeats until the guard says no, and counts", () => {
    const { executable, state } = started(0, 0);
    expect(executable.repeat("count", 2)).toBe(2);
    expect(executable.repeat("count", 10)).toBe(1);
    expect(executable.repeat("count", 10)).toBe(0);
    expect(executable.repeat("count", 0)).toBe(0);
    expect(state()).toEqual([3, 0]);
    expect(executable.repeat("swap", 3)).toBe(3);
    expect(state()).toEqual([0, 3]);
  });

  it("binds an entry to typed arrays", () => {
    const { executable } = started(10, 0);
    const scale = executable.bind("scale");
    const out = new Float64Array(2);
    scale(Float64Array.of(1, 2), out);
    expect([...out]).toEqual([10, 20]);
    executable.write("a", held(-1));
    scale(Float64Array.of(1, 2), out);
    expect([...out]).toEqual([-1, -2]);
  });

  it("refuses to bind what is not one array in and one out, and arrays that do not fit", () => {
    const { executable } = started();
    expect(refusal(() => executable.bind("both")).message).toBe(
      'bind: the entry "both" should have one input and one output, got 1 and 2. Use run.',
    );
    expect(refusal(() => executable.bind("swap")).code).toBe("bad-argument");
    const scale = executable.bind("scale");
    expect(refusal(() => scale(new Float64Array(3), new Float64Array(2))).code).toBe("bad-data");
    expect(refusal(() => scale(new Float32Array(2), new Float64Array(2))).code).toBe("bad-data");
    expect(refusal(() => scale(new Float64Array(2), new Float64Array(1))).code).toBe("bad-data");
    expect(refusal(() => scale(new Float64Array(2), new Float32Array(2))).code).toBe("bad-data");
  });

  it("shares no memory with its caller", () => {
    const { executable, state } = started(5, 6);
    const written = held(7);
    executable.write("a", written);
    written.data[0] = 99;
    const read = executable.read("a");
    read.data[0] = 98;
    const { before } = executable.run("swap");
    if (before) before.data[0] = 97;
    expect(state()).toEqual([6, 7]);
  });

  it("makes no state of an array that its caller holds", () => {
    const kept = input("kept", float([2]));
    const keeper = interpreter.compile({
      state: { kept },
      entries: { keep: { inputs: { x }, outputs: {}, updates: { kept: x } } },
    });
    const given = held([1, 2]);
    keeper.run("keep", { x: given });
    given.data.fill(99);
    expect(numbers(keeper.read("kept"))).toEqual([1, 2]);
  });

  it("keeps two executables of one program apart", () => {
    const [one, other] = [started(1, 2), started(3, 4)];
    one.executable.run("swap");
    expect([one.state(), other.state()]).toEqual([
      [2, 1],
      [3, 4],
    ]);
  });

  it("takes any text for a name", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", ""];
    const record = <T>(make: (name: string) => T) => Object.fromEntries(names.map((name) => [name, make(name)]));
    const state = record((name) => input(name, float()));
    // a computed key is a key like any other; `__proto__: x` would set the prototype
    const entries = record((name) => ({
      inputs: { ["__proto__"]: x, [name]: x },
      outputs: record(() => x.sum()),
      updates: Object.fromEntries([[name, (state[name] as Tensor).add(x.sum())]]),
    }));
    const executable = interpreter.compile({ state, entries });
    for (const name of names) {
      const inputs = Object.fromEntries([...new Set(["__proto__", name])].map((key) => [key, held([1, 2])]));
      const outputs = executable.run(name, inputs);
      expect(Object.keys(outputs)).toEqual(names);
      expect(numbers(executable.read(name))).toEqual([3]);
      expect(refusal(() => executable.run(name)).code).toBe("missing-input");
    }
    expect(refusal(() => started().executable.run("constructor")).code).toBe("bad-argument");
    expect(refusal(() => started().executable.read("__proto__")).code).toBe("bad-argument");
  });

  it("refuses names that are not there, and lists those that are", () => {
    const { executable } = started();
    expect(refusal(() => executable.run("train")).message).toBe(
      'The entry "train" is not there. There are: swap, count, scale, both. Use one of these names.',
    );
    expect(refusal(() => executable.read("c")).message).toBe(
      'The state "c" is not there. There are: a, b. Use one of these names.',
    );
    expect(refusal(() => executable.write("c", held(1))).code).toBe("bad-argument");
    expect(refusal(() => executable.run("scale", { x: held([1, 2]), y: held(1) })).message).toBe(
      'The input "y" is not there. There are: x. Use one of these names.',
    );
    const missing = refusal(() => executable.run("scale"));
    expect([missing.code, missing.message]).toEqual([
      "missing-input",
      'The entry "scale" needs the input "x" (float64 [2]). Pass it to run.',
    ]);
    expect(refusal(() => executable.repeat("scale", 1)).code).toBe("missing-input");
  });

  it("refuses values of other types, and counts that are none", () => {
    const { executable, state } = started(1, 2);
    expect(refusal(() => executable.run("scale", { x: held([1, 2, 3]) })).message).toBe(
      'scale: "x" should be float64 [2], got float64 [3]. Pass a value of that type.',
    );
    expect(refusal(() => executable.run("scale", { x: value([1, 2]) })).code).toBe("bad-data");
    expect(refusal(() => executable.write("a", held([1]))).code).toBe("bad-data");
    expect(refusal(() => executable.write("a", value(1))).code).toBe("bad-data");
    expect(refusal(() => executable.repeat("swap", 1.5)).message).toBe(
      'repeat: "times" should be a whole number from 0 up, got 1.5. Say how often.',
    );
    expect(state()).toEqual([1, 2]);
  });
});

describe("a program", () => {
  const compile = (change: Partial<Program["entries"][string]>, state: Program["state"] = { a }) =>
    refusal(() =>
      interpreter.compile({ state, entries: { step: { inputs: {}, outputs: {}, updates: {}, ...change } } }),
    );

  it("updates only states it has, with their type", () => {
    expect(compile({ updates: { c: a } }).message).toBe(
      'The state "c" is not there. There are: a. Use one of these names.',
    );
    const error = compile({ updates: { a: a.cast("float32") } });
    expect([error.code, error.message]).toEqual([
      "bad-data",
      'program: "step" should update "a" with float64 [], got float32 []. Cast or reshape it.',
    ]);
    expect(compile({ updates: { constructor: a } }).code).toBe("bad-argument");
  });

  it("has graph inputs for states and inputs, and one bool for a guard", () => {
    expect(compile({}, { a: constant(1) }).message).toBe(
      'program: the state "a" should be a graph input, got constant. Make it with input().',
    );
    expect(compile({ inputs: { x: a.add(1) } }).code).toBe("bad-argument");
    expect(compile({ guard: a }).message).toBe(
      'program: the guard of "step" should be bool [], got float64 []. Reduce it to one bool.',
    );
  });
});
