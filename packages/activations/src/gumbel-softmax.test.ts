import { describe, expect, it } from "vitest";
import { gumbelSoftmax } from "./gumbel-softmax";
import { derivativesOf, distance, valuesOf } from "./run-activation";

const training = { training: true };
const rowsOf = (numbers: readonly number[], width: number) =>
  Array.from({ length: numbers.length / width }, (_, i) => numbers.slice(i * width, (i + 1) * width));

describe("gumbelSoftmax", () => {
  it("is the softmax of x / temperature where it does not train", () => {
    // e^1, e^2, e^3 over their sum, mpmath with 40 digits
    const expected = [0.09003057317038046, 0.24472847105479764, 0.6652409557748219];
    expect(distance(valuesOf(gumbelSoftmax(), [1, 2, 3], { shape: [1, 3] }), expected)).toBeLessThan(1e-15);
    const cooler = valuesOf(gumbelSoftmax({ temperature: 0.5 }), [0.5, 1, 1.5], { shape: [1, 3] });
    expect(distance(cooler, expected)).toBeLessThan(1e-15);
  });

  it("chooses each class as often as softmax says, while training", () => {
    const rows = 6000;
    const x = Array.from({ length: rows }, () => [Math.LN2, 0, Math.log(3)]).flat(); // 2 : 1 : 3
    const chosen = valuesOf(gumbelSoftmax({ hard: true }), x, { ...training, shape: [rows, 3] });
    const shares = rowsOf(chosen, 3)
      .reduce((sums, row) => sums.map((n, i) => n + (row[i] ?? 0)), [0, 0, 0])
      .map((n) => n / rows);
    // four standard errors of a share: 4 · √(¼ / 6000) = 0.026
    [2 / 6, 1 / 6, 3 / 6].forEach((share, i) => {
      expect(Math.abs((shares[i] ?? 0) - share)).toBeLessThan(0.026);
    });
  });

  it("draws noise with the mean and the spread of Gumbel's distribution, and no infinity", () => {
    // log p₁ - log p₀ = g₁ - g₀ is logistic: mean 0, variance π²/3
    for (const dtype of ["float32", "float64"] as const) {
      const rows = 20_000;
      const p = valuesOf(gumbelSoftmax(), new Array<number>(2 * rows).fill(0), {
        ...training,
        dtype,
        shape: [rows, 2],
      });
      const differences = rowsOf(p, 2).map(([a = 0, b = 0]) => Math.log(b) - Math.log(a));
      expect(differences.filter((n) => !Number.isFinite(n))).toEqual([]);
      const mean = differences.reduce((a, b) => a + b) / rows;
      const variance = differences.reduce((a, b) => a + b * b, 0) / rows;
      expect(Math.abs(mean)).toBeLessThan((4 * Math.PI) / Math.sqrt(3 * rows));
      expect(Math.abs(variance / (Math.PI ** 2 / 3) - 1)).toBeLessThan(0.06);
    }
  });

  it("gives 1 to the largest and 0 to the others with hard, and the gradient of the soft one", () => {
    const rows = [[1, 3, 2]];
    const hard = derivativesOf(gumbelSoftmax({ hard: true, temperature: 2 }), rows);
    const soft = derivativesOf(gumbelSoftmax({ temperature: 2 }), rows);
    expect(hard.values).toEqual([0, 1, 0]);
    expect(hard.first).toEqual(soft.first);
    expect(valuesOf(gumbelSoftmax({ hard: true }), [4, 4], { shape: [1, 2] })).toEqual([1, 0]); // the first among equals
  });

  it("refuses a temperature of 0", () => {
    expect(() => gumbelSoftmax({ temperature: 0 })).toThrow(
      'gumbelSoftmax: "temperature" should be a number above 0, got 0. Pass such a number.',
    );
  });
});
