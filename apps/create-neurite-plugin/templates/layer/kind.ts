import { constant } from "@neurite/layers";
import { type Layer, numberOption } from "@neurite/plugin";

export interface __options__ {
  /** What the factors are before training: 1 unless told otherwise. */
  readonly start?: number | undefined;
}

/**
 * Multiplies each column by a trained factor: columns that do not help fade away.
 *
 * Formula: `y = factor · x`, a factor for each column, which weight decay leaves alone. Shapes: `[rows, ..., columns]`, kept;
 * parameter `factor: [columns]`. Throws `bad-argument` for a start that is not finite.
 * Source: Touvron and others, "Going deeper with image transformers" (2021), where it is called LayerScale.
 */
export function __identifier__({ start = 1 }: __options__ = {}): Layer {
  numberOption("__prefix__/__identifier__", "start", start);
  return {
    kind: "__prefix__/__identifier__",
    config: { start },
    apply: ([x], scope) =>
      x.mul(scope.parameter("factor", { shape: x.shape.slice(-1), initializer: constant(start), decay: false })),
  };
}
