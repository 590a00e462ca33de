import type { Activation } from "@neurite/plugin";

/**
 * The rectified linear unit: the usual choice between layers.
 *
 * Formula: `f(x) = max(x, 0)`; its gradient at 0 is 0. Shapes: any, kept. NaN stays NaN.
 * Source: Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines" (2010).
 *
 * @example
 * ```ts
 * import { relu } from "@neurite/activations";
 * import { type Layer, trace } from "@neurite/plugin";
 * import { constant, evaluate } from "@neurite/tensor";
 *
 * const layer: Layer = { kind: "example", apply: ([x], scope) => scope.activate("relu", relu, x) };
 * const [output] = trace(layer, [constant([-2, 0, 3])], { training: false, dtype: "float32" }).outputs;
 * console.log([...evaluate([output])[0].data]); // → [ 0, 0, 3 ]
 * ```
 */
export const relu: Activation = { kind: "relu", apply: (x) => x.maximum(0) };
