import { type Activation, type Layer, trace } from "@neurite/plugin";
import { constant, type DType, evaluate, gradient } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { type PadeOptions, pade } from "./pade";

/** An activation at some numbers: its values, and the gradients of their sum by x and by the parameters. */
function at(activation: Activation, numbers: readonly number[], dtype: DType = "float64") {
  const layer: Layer = { kind: "test", apply: ([given], scope) => scope.activate("a", activation, given) };
  const x = constant([numbers], dtype);
  const asked = trace(layer, [x], { training: false, dtype }).parameters;
  const started = new Map(
    [...asked].map(([path, { spec, tensor }]) => {
      const start = constant(spec.initializer.sample(tensor.shape, [0, 0])).reshape(tensor.shape);
      return [path, start.cast(dtype)] as const;
    }),
  );
  const [y = x] = trace(layer, [x], { training: false, dtype, tensors: started }).outputs;
  const [values, slopes, ...toParameters] = evaluate([y, ...gradient(y.sum(), [x, ...started.values()])]);
  return {
    asked,
    values: [...(values?.data ?? [])],
    slopes: [...(slopes?.data ?? [])],
    toParameters: toParameters.map(({ data }) => [...data]),
  };
}

const sum: PadeOptions = { start: { numerator: [1, 2], denominator: [1] } };

describe("pade", () => {
  it("divides one polynomial by another that is never below 1", () => {
    const quadratic = pade({ start: { numerator: [1, 2, 3], denominator: [1] } });
    // (1 + 2x + 3x²) / (1 + |x|) at 0, 1/2, 1, 2 and -2
    const expected = [1, 2.75 / 1.5, 6 / 2, 17 / 3, 9 / 3];
    at(quadratic, [0, 0.5, 1, 2, -2]).values.forEach((y, i) => {
      expect(y).toBeCloseTo(expected[i] ?? 0, 14);
    });
  });

  it("has the gradient of the quotient by x and by each coefficient, on both sides of 1", () => {
    // y = (1 + 2x) / (1 + |x|); y' = 2 / (1 + |x|) - sign(x) (1 + 2x) / (1 + |x|)²
    const { values, slopes, toParameters } = at(pade(sum), [3, -3, 0.5]);
    [7 / 4, -5 / 4, 2 / 1.5].forEach((y, i) => {
      expect(values[i]).toBeCloseTo(y, 14);
    });
    const expected = [2 / 4 - 7 / 16, 2 / 4 - 5 / 16, 2 / 1.5 - 2 / 2.25];
    slopes.forEach((slope, i) => {
      expect(slope).toBeCloseTo(expected[i] ?? 0, 14);
    });
    const [numerator, denominator] = toParameters;
    expect(numerator?.[0]).toBeCloseTo(1 / 4 + 1 / 4 + 1 / 1.5, 14); // 1 / (1 + |x|)
    expect(numerator?.[1]).toBeCloseTo(3 / 4 - 3 / 4 + 0.5 / 1.5, 14); // x / (1 + |x|)
    expect(denominator?.[0]).toBeCloseTo((-7 * 3) / 16 + (5 * 3) / 16 - (2 * 0.5) / 2.25, 14); // -|x| (1 + 2x) / (1 + |x|)²
  });

  it("asks for one set of coefficients, which weight decay leaves alone, or for one a column", () => {
    const specs = (options: PadeOptions) =>
      [...at(pade(options), [1, 2, 3]).asked].map(([path, { spec }]) => [path, spec.shape, spec.decay]);
    expect(specs({})).toEqual([
      ["a/numerator", [6], false],
      ["a/denominator", [4], false],
    ]);
    expect(specs({ ...sum, perColumn: true })).toEqual([
      ["a/numerator", [3, 2], false],
      ["a/denominator", [3, 1], false],
    ]);
  });

  it("learns each column by itself with perColumn", () => {
    const { toParameters } = at(pade({ ...sum, perColumn: true }), [3, -3]);
    // the gradients by a₀ and a₁ at 3, then at -3
    expect(toParameters[0]).toEqual([1 / 4, 3 / 4, 1 / 4, -3 / 4]);
  });

  it("starts near the function that is asked for", () => {
    const xs = [-3, -1.5, -0.2, 0, 0.4, 1, 2.5];
    // tanh and x / (1 + e⁻ˣ), to 6 digits
    const tanh = [-0.995055, -0.905148, -0.197375, 0, 0.379949, 0.761594, 0.986614];
    const silu = [-0.142278, -0.273638, -0.0900332, 0, 0.239475, 0.731059, 2.310355];
    const off = (start: PadeOptions["start"], expected: readonly number[]) =>
      Math.max(...at(pade({ start }), xs).values.map((y, i) => Math.abs(y - (expected[i] ?? 0))));
    expect(off("tanh", tanh)).toBeLessThan(4e-6);
    expect(off("silu", silu)).toBeLessThan(4e-6);
    expect(off("leakyRelu", [-0.03, -0.015, -0.002, 0, 0.4, 1, 2.5])).toBeLessThan(0.034);
    expect(off("identity", xs)).toBeLessThan(1e-15);
  });

  it.each(["float32", "float64"] as const)("stays finite as far as %s goes, in value and gradients", (dtype) => {
    const far = [1e4, -1e4, 1e9, -1e12, -3e37];
    const { values, slopes, toParameters } = at(pade({ start: "identity" }), far, dtype);
    values.forEach((y, i) => {
      expect(y / (far[i] ?? 0)).toBeCloseTo(1, 6); // x⁵ alone would be 1e190
    });
    for (const slope of slopes) expect(slope).toBeCloseTo(1, 6);
    // the largest is that by a₅: x⁵ / (1 + x⁴/8), about 8x
    expect(toParameters.flat().every(Number.isFinite)).toBe(true);
    const tanh = at(pade({ start: "tanh" }), [1e4, 1e12, 1e30], dtype);
    // far out it is the line a₅/b₄ · x
    expect(tanh.values[2]).toBeCloseTo((0.0008706403292 / 0.0145772508) * 1e30, -25);
    expect(tanh.slopes[2]).toBeCloseTo(0.0008706403292 / 0.0145772508, 6);
  });

  it("holds for every pair of degrees what the plain quotient says, far out and near", () => {
    for (const m of [1, 2, 3, 4, 5, 6]) {
      for (const n of [1, 2, 3, 4, 5]) {
        const numerator = Array.from({ length: m + 1 }, (_, i) => 1 - 0.3 * i);
        const denominator = Array.from({ length: n }, (_, j) => 0.2 - 0.15 * j);
        const xs = [-40, -2, -1, -0.7, 0.3, 1, 1.5, 60];
        const sumOf = (list: readonly number[], x: number, from: number) =>
          list.reduce((total, c, i) => total + c * x ** (i + from), 0);
        at(pade({ start: { numerator, denominator } }), xs).values.forEach((y, i) => {
          const x = xs[i] ?? 0;
          const plain = sumOf(numerator, x, 0) / (1 + Math.abs(sumOf(denominator, x, 1)));
          expect(y / plain).toBeCloseTo(1, 11);
        });
      }
    }
  });

  it("keeps NaN, and goes to infinity with its highest power", () => {
    const { values } = at(pade(), [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(values).toEqual([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  });

  it("keeps its options, and of a fit just the coefficients", () => {
    expect(pade().config).toEqual({ start: "silu", perColumn: false });
    const start = { numerator: [1], denominator: [2], error: 0.5 };
    expect(pade({ start }).config).toEqual({ start: { numerator: [1], denominator: [2] }, perColumn: false });
  });

  it("refuses coefficients that make no quotient", () => {
    expect(() => pade({ start: { numerator: [1], denominator: [1, 0] } })).toThrow(
      'rational/pade: the last number of "denominator" should not be 0, got [1, 0].',
    );
    expect(() => pade({ start: { numerator: [], denominator: [1] } })).toThrow(
      'rational/coefficients: "numbers" should be finite numbers, at least one, got [].',
    );
    expect(() => pade({ start: { numerator: [Number.NaN], denominator: [1] } })).toThrow("got [NaN]");
    // @ts-expect-error: no such form
    expect(() => pade({ start: "constructor" })).toThrow('got "constructor"');
  });
});
