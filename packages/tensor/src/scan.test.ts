import { describe, expect, it } from "vitest";
import { allNumbersOf, numbersOf } from "../test/numbers-of";
import { refusal } from "../test/refusal";
import { order } from "./graph";
import { keyTensor, uniform } from "./random";
import { scan } from "./scan";
import { constant, input } from "./source";
import type { Tensor } from "./tensor";

const sequence = constant([1, 2, 3, 4], "float64");
const zero = constant(0, "float64");

const cumulate = (xs: Tensor, options: { reverse?: boolean } = {}) =>
  scan(
    [zero],
    [xs],
    ([total], [x]) => {
      const next = total.add(x);
      return { carries: [next], outputs: [next, x.mul(10)] };
    },
    options,
  );

describe("scan", () => {
  it("carries sums along and stacks outputs", () => {
    // NumPy, cumsum: [1, 2, 3, 4] gives [1, 3, 6, 10]
    const { carries, outputs } = cumulate(sequence);
    expect(allNumbersOf([...carries, ...outputs])).toEqual([[10], [1, 3, 6, 10], [10, 20, 30, 40]]);
    expect(outputs[0].shape).toEqual([4]);
  });

  it("runs from the end where told, and stacks in the order of the sequence", () => {
    // 4, 4 + 3, 4 + 3 + 2, 4 + 3 + 2 + 1 from the last position to the first
    const { carries, outputs } = cumulate(sequence, { reverse: true });
    expect(allNumbersOf([...carries, ...outputs])).toEqual([[10], [10, 9, 7, 4], [10, 20, 30, 40]]);
  });

  it("takes one step, or none", () => {
    const one = cumulate(constant([7], "float64"));
    expect(allNumbersOf([...one.carries, ...one.outputs])).toEqual([[7], [7], [70]]);
    const none = cumulate(constant([], "float64", [0]));
    expect(allNumbersOf([...none.carries, ...none.outputs])).toEqual([[0], [], []]);
    expect(none.outputs[0].shape).toEqual([0]);
  });

  it("counts its steps, without sequences by length", () => {
    const { outputs } = scan([], [], (_carries, _slices, step) => ({ carries: [], outputs: [step.mul(2)] }), {
      length: 4,
    });
    expect([outputs[0].dtype, numbersOf(outputs[0])]).toEqual(["int32", [0, 2, 4, 6]]);
    const back = scan([], [], (_carries, _slices, step) => ({ carries: [], outputs: [step] }), {
      length: 3,
      reverse: true,
    });
    // the step is the position in the sequence, whichever way it runs
    expect(numbersOf(back.outputs[0])).toEqual([0, 1, 2]);
  });

  it("carries whole numbers and several things at once", () => {
    // Fibonacci: (0, 1) → (1, 1) → (1, 2) → (2, 3) → (3, 5) → (5, 8)
    const { carries } = scan(
      [constant(0, "int32"), constant(1, "int32")],
      [],
      ([a, b]) => ({ carries: [b, a.add(b)] }),
      { length: 5 },
    );
    expect(allNumbersOf(carries)).toEqual([[5], [8]]);
  });

  it("takes slices of any shape", () => {
    const rows = constant([[1, 2], [3, 4], [5, 6]]); // biome-ignore format: a table
    const start = constant([0, 0]);
    const { carries, outputs } = scan([start], [rows], ([total], [row]) => ({
      carries: [total.add(row)],
      outputs: [row.sum()],
    }));
    expect(allNumbersOf([...carries, ...outputs])).toEqual([
      [9, 12],
      [3, 7, 11],
    ]);
  });

  it("uses what stands around it, computed once outside", () => {
    const weight = input("w", { shape: [], dtype: "float64" });
    const doubled = weight.mul(2);
    const { carries } = scan([zero], [sequence], ([total], [x]) => ({
      carries: [total.add(x.mul(doubled)).add(weight.exp().mul(0))],
    }));
    const { node } = carries[0];
    expect(node.op).toBe("scan");
    if (node.op !== "scan") return;
    const ops = order(node.attributes.body.outputs).map((inner) => inner.op);
    expect(ops).not.toContain("exp");
    expect(node.attributes.constants).toBe(2);
    expect(node.inputs.slice(0, 2)).toContain(doubled);
  });

  it("keeps numbers of its body inside", () => {
    const { carries } = scan([zero], [sequence], ([total], [x]) => ({ carries: [total.add(x).mul(0.5)] }));
    const { node } = carries[0];
    // ((((0+1)/2+2)/2+3)/2+4)/2 = (((0.5+2)/2+3)/2+4)/2 = (2.125+4)/2
    expect(numbersOf(carries[0])).toEqual([3.0625]);
    expect(node.op === "scan" && node.attributes.constants).toBe(0);
  });

  it("hands an input that was made inside its body in from outside", () => {
    let made: Tensor | undefined;
    const { carries } = scan([zero], [sequence], ([total], [x]) => {
      made = input("inner", { shape: [], dtype: "float64" });
      return { carries: [total.add(x.mul(made))] };
    });
    const given = new Map([[made as Tensor, { shape: [], dtype: "float64", data: Float64Array.of(2) } as const]]);
    expect(numbersOf(carries[0], given)).toEqual([20]);
  });

  it("can return what stands outside unchanged", () => {
    const outside = constant(5, "float64").exp();
    const { carries, outputs } = scan([zero], [sequence], () => ({ carries: [outside], outputs: [outside] }));
    const e5 = Math.exp(5);
    expect(allNumbersOf([...carries, ...outputs])).toEqual([[e5], [e5, e5, e5, e5]]);
  });

  it("nests", () => {
    const table = constant([[1, 2], [3, 4]], "float64"); // biome-ignore format: a table
    const { carries } = scan([zero], [table], ([total], [row]) => {
      const inner = scan([total], [row], ([t], [x]) => ({ carries: [t.add(x).mul(total.add(1))] }));
      return { carries: inner.carries };
    });
    // row 1 with total 0: (0 + 1) · 1 = 1, (1 + 2) · 1 = 3; row 2 with total 3: (3 + 3) · 4 = 24, (24 + 4) · 4 = 112
    expect(numbersOf(carries[0])).toEqual([112]);
  });

  it("draws the same numbers in each step from one key, since a key is a value", () => {
    const key = keyTensor([1, 2]);
    const { outputs } = scan([], [sequence], () => ({ carries: [], outputs: [uniform(key, [], "float64")] }));
    expect(new Set(numbersOf(outputs[0])).size).toBe(1);
  });

  it("refuses carries that change their type", () => {
    const error = refusal(() => scan([constant([1, 2])], [sequence], ([c]) => ({ carries: [c.sum()] })));
    expect(error.message).toBe(
      "scan: carry 0 should keep its type, got float32 [2] before and float32 [] after a step. Make the body return the type it takes.",
    );
    expect(refusal(() => scan([zero], [sequence], ([c]) => ({ carries: [c.cast("float32")] }))).code).toBe("bad-shape");
  });

  it("refuses sequences of other lengths, and no length at all", () => {
    const error = refusal(() => scan([], [sequence, constant([1])], () => ({ carries: [], outputs: [] })));
    expect(error.message).toBe(
      "scan: a sequence should have 4 steps along its first axis, got float32 [1]. Transpose it, or give all sequences one length.",
    );
    expect(refusal(() => scan([zero], [], ([c]) => ({ carries: [c] }))).code).toBe("bad-argument");
    expect(refusal(() => scan([zero], [], ([c]) => ({ carries: [c] }), { length: -1 })).message).toBe(
      'scan: "length" should be a whole number from 0 up where there are no sequences, got -1. Pass { length }.',
    );
    expect(refusal(() => scan([], [zero], () => ({ carries: [] }))).code).toBe("bad-argument");
  });
});
