// Rules that hold for every activation of the plugin, predicting and training, in both dtypes. What the limits are is found out by
// going to infinity in steps.
import { createRegistry } from "@neurite/plugin";
import { describe, expect, it } from "vitest";
import { activationsPlugin } from "./activations-plugin";
import { derivativesOf } from "./run-activation";

const registry = createRegistry({ plugins: [activationsPlugin] });
const kinds = registry.kinds("activation");
const dtypes = ["float32", "float64"] as const;
const inf = Number.POSITIVE_INFINITY;

/** Options that are looked at beside the defaults. */
const changed = [
  ["leakyRelu", { slope: 0 }],
  ["leakyRelu", { slope: 3 }],
  ["prelu", { perChannel: true }],
  ["rrelu", { lower: 0, upper: 0 }],
  ["elu", { alpha: 0.5 }],
  ["celu", { alpha: 0.1 }],
  ["celu", { alpha: 10 }],
  ["gelu", { approximate: "tanh" }],
  ["softplus", { beta: 3 }],
  ["softplus", { beta: 0.1 }],
  ["squareplus", { b: 0.01 }],
  ["squareplus", { b: 100 }],
  ["softmax", { axis: 1 }],
  ["maxout", { pieces: 4 }],
  ["gumbelSoftmax", { temperature: 0.5 }],
  ["gumbelSoftmax", { hard: true }],
  ["sine", { frequency: 30 }],
  ["sine", { frequency: 0.1 }],
  ["snake", { frequency: 30 }],
  ["snake", { frequency: 0.1 }],
  ["formula", "sigmoid(x) * x"],
  ["formula", "slope = 0.25; where(x < 0, slope * x, x)"],
  ["formula", "clip(x / 6 + 1/2, 0, 1)"],
] as const;

/** A formula has the limits of what it says, so only such are taken as have some. */
const usual = kinds.map((kind) => [kind, kind === "formula" ? "x * sigmoid(x)" : {}] as const);
const cases = [...usual, ...changed].flatMap(([kind, config]) =>
  dtypes.flatMap((dtype) =>
    [false, true].map((training) => {
      const title = `${kind} ${JSON.stringify(config)} in ${dtype}${training ? " while training" : ""}`;
      return { title, kind, dtype, training, make: () => registry.make("activation", kind, config) };
    }),
  ),
);

/** Rows of four numbers in which one of them is x: what an activation along the axis does depends on which. */
const rowsWith = (x: number) => [0, 3].map((place) => [0.3, -0.7, 0.2, 0.5].map((n, i) => (i === place ? x : n)));

/** What a list of numbers goes to: a number, an infinity, or NaN where it goes nowhere. */
function limitOf(steps: readonly number[]): number {
  const last = steps.at(-1) ?? Number.NaN;
  if (steps.every((n) => Math.abs(n - last) <= 1e-5)) return last;
  const grows = steps.every((n, i) => i === 0 || !(Math.abs(n) < Math.abs(steps[i - 1] ?? 0)));
  return grows && Math.abs(last) > 1e9 ? Math.sign(last) * inf : Number.NaN;
}

/** Far out, and at no regular distance, so that no wave is met at the same place each time. */
const steps = [2.1e7, 3.7e8, 1.7e10, 2.3e12, 4.1e15, 1.9e20, 5.3e30];

/** From the smallest number to a quarter of the largest, which leaves room for slopes above 1; then the largest. */
const sizes = [0, 1e-45, 1e-40, 1e-20, 1e-8, 1e-3, 0.5, 1, 2, 3, 6, 10, 20, 30, 88, 100, 104, 700, 745, 1000, 1e5];
const sizesOf = {
  float32: [...sizes, 1e9, 1e10, 1e13, 1.8e19, 1e20, 1e30, 8e37],
  float64: [...sizes, 1e9, 1e20, 8e37, 4e38, 1e100, 1e154, 1.4e154, 1e200, 1e300, 4e307],
};
const largestOf = { float32: 3.4e38, float64: 1.7e308 };

describe("every activation", () => {
  it.each(cases)("has its limits at ±Infinity, value and derivative: $title", ({ make, ...options }) => {
    for (const sign of [-1, 1]) {
      const numbersAt = (x: number) => {
        const { values, first } = derivativesOf(make(), rowsWith(sign * x), options);
        return [...values, ...first];
      };
      const along = steps.map(numbersAt);
      numbersAt(inf).forEach((n, i) => {
        const limit = limitOf(along.map((list) => list[i] ?? Number.NaN));
        if (Number.isFinite(limit)) expect(Math.abs(n - limit), `${n} for ${limit}, number ${i}`).toBeLessThan(1e-5);
        else expect(n, `number ${i}`).toBe(limit);
      });
    }
  });

  it.each(cases)("is finite for finite numbers, as are two gradients: $title", ({ make, ...options }) => {
    const { kind, dtype } = options;
    const numbers = sizesOf[dtype].flatMap((size) => [size, -size]);
    // e^x exceeds the numbers itself
    const fit = kind === "exponential" ? numbers.filter((x) => x < 88) : numbers;
    const { values, first, second } = derivativesOf(make(), fit.flatMap(rowsWith), options);
    for (const list of [values, first, second]) expect(list.filter((n) => !Number.isFinite(n))).toEqual([]);
    const ends = [largestOf[dtype], -largestOf[dtype]].flatMap(rowsWith);
    expect(derivativesOf(make(), ends, options).values.filter(Number.isNaN)).toEqual([]);
  });

  it.each(cases)("does not hide NaN: $title", ({ make, ...options }) => {
    const { values } = derivativesOf(make(), [Array.from({ length: 4 }, () => Number.NaN)], options);
    expect(values.filter((n) => !Number.isNaN(n))).toEqual([]);
  });
});
