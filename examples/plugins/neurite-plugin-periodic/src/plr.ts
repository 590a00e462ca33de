import { type Layer, numberOption } from "@neurite/plugin";
import { concat, dimensions, type Tensor } from "@neurite/tensor";
import { normal } from "./normal";

export interface PlrOptions {
  /** How many waves each column is seen through: 48 unless told otherwise. */
  readonly frequencies?: number | undefined;
  /**
   * How fast the waves are at first: the standard deviation of their frequencies, in turns for one unit of the column. 0.01 unless told otherwise;
   * try 0.01 to 10, since it decides more than all else.
   */
  readonly sigma?: number | undefined;
  /** How many numbers stand for a column afterwards: 24 unless told otherwise. */
  readonly units?: number | undefined;
  /** One linear map for all columns instead of one for each: false unless told otherwise. */
  readonly lite?: boolean | undefined;
}

/**
 * Sees each column of numbers through waves of trained frequencies, so that the layers behind it can follow what a few straight pieces cannot.
 *
 * Formula: for each column `v = 2π · frequencies · x`, then `relu([sin v, cos v] · weights + bias)`: periodic, linear, relu. Shapes: input
 * `[rows, columns]`, output `[rows, columns · units]`, ready for dense layers; parameters `frequencies: [columns, frequencies]`,
 * `weights: [columns, 2 · frequencies, units]` and `bias: [columns, units]`, with `lite` `[2 · frequencies, units]` and `[units]`. Columns should be
 * scaled, as `fitTable` does. Weight decay leaves frequencies and bias alone: it would slow the waves down.
 * Throws `bad-argument` for frequencies and units that are not whole numbers above 0 and a sigma that is not above 0, `bad-shape` for an input
 * that is not a table.
 * Source: Gorishniy, Rubachev and Babenko, "On embeddings for numerical features in tabular deep learning" (NeurIPS 2022); defaults as in the
 * authors' rtdl_num_embeddings, `lite` as in their "TabR" (ICLR 2024).
 *
 * @example
 * ```ts
 * import { createModel, dense, relu, sequential } from "neurite";
 * import { plr } from "neurite-plugin-periodic";
 *
 * const network = sequential([plr({ sigma: 1, units: 8 }), dense({ units: 32, activation: relu }), dense({ units: 1 })]);
 * const model = createModel(network, { inputs: [3], seed: 1 });
 * console.log([...model.weights].map(([path, { shape }]) => `${path} ${shape}`).slice(0, 2));
 * // → [ '0/periodic/plr/frequencies 3,48', '0/periodic/plr/weights 3,96,8' ]
 * ```
 */
export function plr({ frequencies = 48, sigma = 0.01, units = 24, lite = false }: PlrOptions = {}): Layer {
  const whole = (n: number) => Number.isInteger(n) && n > 0;
  numberOption("periodic/plr", "frequencies", frequencies, "a whole number above 0", whole);
  numberOption("periodic/plr", "sigma", sigma, "a number above 0", (x) => x > 0);
  numberOption("periodic/plr", "units", units, "a whole number above 0", whole);
  const waves = normal(sigma);
  // He's for relu: √(2 / inputs), and there are two inputs a frequency
  const start = normal(Math.sqrt(1 / frequencies));
  return {
    kind: "periodic/plr",
    config: { frequencies, sigma, units, lite },
    apply: ([x], scope) => {
      const [, columns] = dimensions(x, 2, "periodic/plr");
      const own = lite ? [] : [columns];
      const speed = scope.parameter("frequencies", { shape: [columns, frequencies], initializer: waves, decay: false });
      const weights = scope.parameter("weights", { shape: [...own, 2 * frequencies, units], initializer: start });
      const bias = scope.parameter("bias", { shape: [...own, units], initializer: start, decay: false });

      const turns = x
        .reshape([-1, columns, 1])
        .mul(speed)
        .mul(2 * Math.PI);
      const seen = concat([turns.sin(), turns.cos()], 2);
      const sums = (lite ? shared(seen, weights) : apart(seen, weights)).add(bias);
      return sums.maximum(0).reshape([-1, columns * units]);
    },
  };
}

/** Each column by weights of its own: a batch of products, the columns in front. */
function apart(seen: Tensor, weights: Tensor): Tensor {
  return seen.transpose([1, 0, 2]).matmul(weights).transpose([1, 0, 2]);
}

/** All columns by the same weights: one flat product. */
function shared(seen: Tensor, weights: Tensor): Tensor {
  const [, columns, width] = dimensions(seen, 3, "periodic/plr");
  return seen
    .reshape([-1, width])
    .matmul(weights)
    .reshape([-1, columns, ...weights.shape.slice(1)]);
}
