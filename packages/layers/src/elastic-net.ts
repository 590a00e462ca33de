import { numberOption, type Regularizer } from "@neurite/plugin";

export interface ElasticNetOptions {
  /** The weight of the sizes, which draw to exactly 0. */
  readonly l1: number;
  /** The weight of the squares, which keep what is left small. */
  readonly l2: number;
}

/**
 * Both penalties at once: weights that do nothing go to 0, those that share a task share it.
 *
 * Formula: `l1 · Σ |w| + l2 · Σ w²` (neither is halved, as in Keras' L1L2), added to the loss. Shapes: any parameter, one number comes out.
 * Throws `bad-argument` for a weight below 0 or not finite.
 * Source: Zou and Hastie, "Regularization and variable selection via the elastic net" (2005).
 *
 * @example
 * ```ts
 * import { elasticNet } from "@neurite/layers";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const [penalty] = evaluate([elasticNet({ l1: 1, l2: 0.5 }).apply(constant([1, -3]))]);
 * console.log(penalty.data[0]); // → 9
 * ```
 */
export function elasticNet({ l1, l2 }: ElasticNetOptions): Regularizer {
  for (const [name, weight] of Object.entries({ l1, l2 })) {
    numberOption("elasticNet", name, weight, "a number from 0 up", (x) => x >= 0);
  }
  return {
    kind: "elasticNet",
    config: { l1, l2 },
    apply: (parameter) => parameter.abs().sum().mul(l1).add(parameter.mul(parameter).sum().mul(l2)),
  };
}
