import { type Constraint, type Initializer, type Layer, partOption, type Regularizer } from "@neurite/plugin";
import { formatType, NeuriteError } from "@neurite/tensor";
import { uniform } from "./uniform";
import { wholeOption } from "./whole-option";

export interface EmbeddingOptions {
  /** How many different indices there are: 0 up to `categories - 1`. */
  readonly categories: number;
  /** How many numbers stand for one category. */
  readonly units: number;
  /** `uniform({ min: -0.05, max: 0.05 })` unless told otherwise, as in Keras. */
  readonly weightsInitializer?: Initializer | undefined;
  readonly weightsRegularizer?: Regularizer | undefined;
  /** Such as `maxNorm({ axis: 1 })`, which bounds the vector of each category. */
  readonly weightsConstraint?: Constraint | undefined;
}

/**
 * A trained vector for each category.
 *
 * Formula: row `index` of the table. Shapes: input int32 `[rows]` or `[rows, ...]`, output `[rows, ..., units]`; the parameter is
 * `weights: [categories, units]`. An index outside picks the nearest row of the table.
 * Throws `bad-argument` for categories or units that are not whole numbers above 0, `too-large` for a table of more than 2^28 numbers,
 * `bad-dtype` for an input that is not int32.
 * Source: Bengio, Ducharme, Vincent and Jauvin, "A neural probabilistic language model" (2003).
 *
 * @example
 * ```ts
 * import { embedding } from "@neurite/layers";
 * import { trace } from "@neurite/plugin";
 * import { input } from "@neurite/tensor";
 *
 * const weekday = input("weekday", { shape: [7], dtype: "int32" });
 * const [output] = trace(embedding({ categories: 7, units: 3 }), [weekday], { training: false, dtype: "float32" }).outputs;
 * console.log(output.shape); // → [ 7, 3 ]
 * ```
 */
export function embedding(options: EmbeddingOptions): Layer {
  const { categories, units, weightsInitializer = uniform() } = options;
  const { weightsRegularizer, weightsConstraint } = options;
  wholeOption("embedding", "categories", categories);
  wholeOption("embedding", "units", units);
  partOption("embedding", "weightsInitializer", weightsInitializer, "sample");
  const added = { ...(weightsRegularizer && { weightsRegularizer }), ...(weightsConstraint && { weightsConstraint }) };
  for (const [name, part] of Object.entries(added)) partOption("embedding", name, part, "apply");
  return {
    kind: "embedding",
    config: { categories, units, weightsInitializer, ...added },
    apply: ([x], scope) => {
      if (x.dtype !== "int32") {
        throw new NeuriteError(
          "bad-dtype",
          `embedding: the input should be int32 indices, got ${formatType(x)}. Convert it with cast("int32").`,
        );
      }
      const weights = scope.parameter("weights", {
        shape: [categories, units],
        initializer: weightsInitializer,
        ...(weightsConstraint && { constraint: weightsConstraint }),
      });
      if (weightsRegularizer) scope.penalty(weightsRegularizer.apply(weights));
      return weights.gather(x, 0);
    },
  };
}
