import type { Constraint } from "@neurite/plugin";
import { constant, gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { embedding } from "./embedding";
import { l2 } from "./l2";
import { maxNorm } from "./max-norm";
import { numbersOf, traced } from "./run-layer";

const table = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const indices = (...list: readonly number[]) => constant(Int32Array.from(list));
const threeBy2 = embedding({ categories: 3, units: 2 });

describe("embedding", () => {
  it("gives the row of each index", () => {
    const { y } = traced(threeBy2, [indices(2, 0, 2)], { tensors: { weights: table } });
    expect(y.shape).toEqual([3, 2]);
    expect(numbersOf(y)).toEqual([5, 6, 1, 2, 5, 6]);
  });

  it("keeps the axes of several indices a row", () => {
    const { y } = traced(threeBy2, [indices(0, 1, 1, 2).reshape([2, 2])], { tensors: { weights: table } });
    expect(y.shape).toEqual([2, 2, 2]);
    expect(numbersOf(y)).toEqual([1, 2, 3, 4, 3, 4, 5, 6]);
  });

  it("adds the gradients of a repeated index up", () => {
    // torch.nn.Embedding 2.13.0: ids [[1, 1], [3, 0]], 4 categories, 2 units
    const ids = indices(1, 1, 3, 0).reshape([2, 2]);
    const { y, tensors } = traced(embedding({ categories: 4, units: 2 }), [ids], {
      tensors: { weights: [...table, [7, 8]] },
    });
    const upstream = constant(
      [
        -0.5207993786625345, 1.7978907696257804, 0.095230648283744, 0.8198628343056702, -1.8117011247970887,
        1.4779137945061893, -2.4449149845286677, -1.1157411978141245,
      ],
      "float64",
    ).reshape([2, 2, 2]);
    const [toTable] = gradient(y.mul(upstream).sum(), [...tensors.values()]);
    expect(numbersOf(toTable)).toEqual([
      -2.4449149845286677, -1.1157411978141245, -0.42556873037879045, 2.6177536039314506, 0, 0, -1.8117011247970887,
      1.4779137945061893,
    ]);
  });

  it("picks the nearest row for an index outside", () => {
    const { y } = traced(threeBy2, [indices(-1, 9)], { tensors: { weights: table } });
    expect(numbersOf(y)).toEqual([1, 2, 5, 6]);
  });

  it("keeps its vectors in a set", () => {
    const layer = embedding({ categories: 3, units: 2, weightsConstraint: maxNorm({ max: 1, axis: 1 }) });
    const { parameters } = traced(layer, [indices(0)], { tensors: { weights: table } }).record;
    expect(parameters.get("weights")?.spec.constraint?.config).toEqual({ max: 1, axis: 1 });
    expect(() => embedding({ categories: 3, units: 2, weightsConstraint: maxNorm as unknown as Constraint })).toThrow(
      'embedding: "weightsConstraint" should be an object with a kind and the method apply, got the function maxNorm.',
    );
  });

  it("starts from small uniform numbers and may be penalised", () => {
    const layer = embedding({ categories: 3, units: 2, weightsRegularizer: l2(1) });
    const { parameters, penalties } = traced(layer, [indices(0)], { tensors: { weights: table } }).record;
    const spec = parameters.get("weights")?.spec;
    expect([spec?.shape, spec?.initializer.config]).toEqual([[3, 2], { min: -0.05, max: 0.05 }]);
    expect(penalties.map(numbersOf)).toEqual([[91]]); // 1 + 4 + 9 + 16 + 25 + 36
  });

  it("refuses indices that are no int32", () => {
    expect(() => traced(threeBy2, [[1, 2]])).toThrow(
      'embedding: the input should be int32 indices, got float64 [2]. Convert it with cast("int32").',
    );
  });

  it("refuses sizes that are no whole numbers above 0, or too large", () => {
    expect(() => embedding({ categories: 0, units: 2 })).toThrow(
      '"categories" should be a whole number above 0, got 0.',
    );
    expect(() => embedding({ categories: 3, units: 2.5 })).toThrow(
      '"units" should be a whole number above 0, got 2.5.',
    );
    expect(() => traced(embedding({ categories: 2 ** 20, units: 2 ** 20 }), [indices(0)])).toThrow(
      "has 1099511627776 numbers, the limit is 268435456.",
    );
  });
});
