// Whether it helps: a target with ten waves over a column, which a plain network of the same size does not follow. The README quotes the figures.
import { seedKey, uniformAt } from "@neurite/tensor";
import { adam, dense, fit, gelu, type Layer, meanSquaredError, r2, sequential, value } from "neurite";
import { describe, expect, it } from "vitest";
import { plr } from "./plr";

/** 400 rows of two columns from -1 to 1, and sin(2π · 5a) + b. */
function table(seed: number) {
  const at = (i: number) => 2 * uniformAt(seedKey(seed), i) - 1;
  const inputs = Array.from({ length: 400 }, (_, i) => [at(2 * i), at(2 * i + 1)]);
  return { inputs, targets: inputs.map(([a = 0, b = 0]) => [Math.sin(2 * Math.PI * 5 * a) + b]) };
}

/** R² on rows that the training has not seen. */
async function explained(first: readonly Layer[], seed: number): Promise<number> {
  const hidden = [dense({ units: 32, activation: gelu() }), dense({ units: 32, activation: gelu() })];
  const network = sequential([...first, ...hidden, dense({ units: 1 })]);
  const { model } = await fit(network, table(1), {
    loss: meanSquaredError,
    optimizer: adam(),
    learningRate: 0.005,
    batchSize: 32,
    epochs: 200,
    seed,
  });
  const { inputs, targets } = table(2);
  return r2.compute(model.predict(inputs), value(targets)) ?? Number.NaN;
}

const waves = { frequencies: 16, sigma: 2, units: 8 };

describe("plr", () => {
  it.each([
    ["not at all without it", [], [0.38, 0.38, 0.38]],
    ["with it", [plr(waves)], [0.995, 0.988, 0.997]],
    ["with one linear map for all columns", [plr({ ...waves, lite: true })], [0.992, 0.991, 0.996]],
  ])("lets a network follow fast waves: %s", { timeout: 60_000 }, async (_, first, told) => {
    for (const [i, score] of told.entries()) expect(await explained(first, i + 1)).toBeCloseTo(score, 2);
  });
});
