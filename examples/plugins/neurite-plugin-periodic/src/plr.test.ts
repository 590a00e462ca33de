import { type Layer, trace } from "@neurite/plugin";
import { constant, evaluate, gradient, type Nested } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { plr } from "./plr";

/** A layer applied to rows in float64, its parameters given by name. */
function applied(layer: Layer, rows: Nested, parameters: Readonly<Record<string, Nested>> = {}) {
  const x = constant(rows, "float64");
  const tensors = new Map(Object.entries(parameters).map(([name, given]) => [name, constant(given, "float64")]));
  const record = trace(layer, [x], { training: false, dtype: "float64", tensors });
  const [y = x] = record.outputs;
  return { x, y, tensors, asked: record.parameters };
}
const numbersOf = (list: ReturnType<typeof evaluate>) => list.map(({ data }) => [...data]);
const near = (got: readonly number[], expected: readonly number[]) => {
  expect(got).toHaveLength(expected.length);
  got.forEach((n, i) => {
    expect(n).toBeCloseTo(expected[i] ?? Number.NaN, 12);
  });
};

// one turn a unit for the first column, half a turn for the second
const frequencies = [[1], [0.5]];
const rows = [
  [0.25, 0.5], // both a quarter turn: sin 1, cos 0
  [0, 0], // sin 0, cos 1
];

describe("plr", () => {
  it("gives relu([sin v, cos v] · weights + bias) for each column, v a turn for each unit of frequency · x", () => {
    const weights = [
      [[3], [5]],
      [[-2], [7]],
    ];
    const { y } = applied(plr({ frequencies: 1, units: 1 }), rows, { frequencies, weights, bias: [[0.5], [1]] });
    expect(y.shape).toEqual([2, 2]);
    near([...evaluate([y])[0].data], [3 + 0.5, 0, 5 + 0.5, 7 + 1]); // relu(-2 + 1) = 0
  });

  it("uses one set of weights for all columns with lite", () => {
    const { y } = applied(plr({ frequencies: 1, units: 2, lite: true }), rows, {
      frequencies,
      weights: [
        [3, -1],
        [5, 2],
      ],
      bias: [0.5, 4],
    });
    expect(y.shape).toEqual([2, 4]); // column by column, its units side by side
    near([...evaluate([y])[0].data], [3.5, 3, 3.5, 3, 5.5, 6, 5.5, 6]);
  });

  it("has gradients by the column and by its frequency", () => {
    const { x, y, tensors } = applied(plr({ frequencies: 1, units: 1 }), [[0.25]], {
      frequencies: [[1]],
      weights: [[[3], [5]]],
      bias: [[7]],
    });
    // v = 2π/4: dy/dv = 3 cos v - 5 sin v = -5; dv/dx = 2π, dv/df = 2π/4
    const [toX = [], toFrequency = []] = numbersOf(evaluate(gradient(y.sum(), [x, ...tensors.values()])));
    near(toX, [-31.41592653589793]);
    near(toFrequency, [-7.853981633974483]);
  });

  it("asks for frequencies and bias without weight decay, in the shapes of the table", () => {
    const specs = (lite: boolean) =>
      [...applied(plr({ frequencies: 4, units: 3, lite }), [[1, 2]]).asked].map(([path, { spec }]) => [
        path,
        spec.shape,
        spec.decay,
        spec.initializer.config,
      ]);
    expect(specs(false)).toEqual([
      ["frequencies", [2, 4], false, { standardDeviation: 0.01 }],
      ["weights", [2, 8, 3], undefined, { standardDeviation: 0.5 }], // √(2 / 8)
      ["bias", [2, 3], false, { standardDeviation: 0.5 }],
    ]);
    expect(specs(true).map(([, shape]) => shape)).toEqual([[2, 4], [8, 3], [3]]);
  });

  it("refuses options out of range, and inputs that are no table", () => {
    expect(() => plr({ frequencies: 0 })).toThrow(
      'periodic/plr: "frequencies" should be a whole number above 0, got 0.',
    );
    expect(() => plr({ units: 1.5 })).toThrow('"units" should be a whole number above 0, got 1.5.');
    expect(() => plr({ sigma: 0 })).toThrow('periodic/plr: "sigma" should be a number above 0, got 0.');
    expect(() => applied(plr(), [1, 2])).toThrow("periodic/plr: expected an array of 2 axes, got [2].");
  });
});
