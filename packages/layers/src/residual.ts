import { type Layer, partOption } from "@neurite/plugin";
import { formatShape, NeuriteError, sameShape } from "@neurite/tensor";

/**
 * A layer with a way around it: what it computes is added to its input.
 *
 * Formula: `x + layer(x)`. Shapes: any, kept; the layer inside has to keep the shape too.
 * Throws `bad-shape` where it does not, `bad-argument` for what is no layer.
 * Source: He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2016).
 *
 * @example
 * ```ts
 * import { tanh } from "@neurite/activations";
 * import { dense, residual } from "@neurite/layers";
 *
 * console.log(residual(dense({ units: 8, activation: tanh })).kind); // → residual
 * ```
 */
export function residual(layer: Layer): Layer {
  partOption("residual", "layer", layer, "apply");
  return {
    kind: "residual",
    config: { layer },
    apply: ([x], scope) => {
      const inner = scope.child("layer", layer, [x]);
      if (!sameShape(inner.shape, x.shape)) {
        throw new NeuriteError(
          "bad-shape",
          `residual: the layer inside should keep the shape ${formatShape(x.shape)}, got ${formatShape(inner.shape)} from "${layer.kind}". Give it as many units as its input has.`,
        );
      }
      return x.add(inner);
    },
  };
}
