import { type Loss, numberOption } from "@neurite/plugin";

export interface __options__ {
  /** From which miss on a row counts less and less, in the target's unit: 1 unless told otherwise. */
  readonly scale?: number | undefined;
}

/**
 * The Cauchy loss: squared error for small misses, nearly level for huge ones, so that wrong rows hardly pull.
 *
 * Formula: `log(1 + (miss / scale)²)`, the mean over all axes but the first. Shapes: `prediction: [rows, ...]`, `target` of as many
 * numbers, result `[rows]`. Throws `bad-argument` for a scale that is not above 0.
 * Source: Barron, "A general and adaptive robust loss function" (2019), with α = 0 and c = scale / √2.
 */
export function __identifier__({ scale = 1 }: __options__ = {}): Loss {
  numberOption("__prefix__/__identifier__", "scale", scale, "a number above 0", (x) => x > 0);
  return {
    kind: "__prefix__/__identifier__",
    config: { scale },
    apply: (prediction, target) => {
      const miss = prediction.sub(target.reshape(prediction.shape)).div(scale);
      const axes = miss.shape.map((_, axis) => axis).slice(1);
      return miss.mul(miss).log1p().mean(axes);
    },
  };
}
