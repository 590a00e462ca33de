import type { Activation } from "@neurite/plugin";

/**
 * The angle whose tangent is x: a number between -π/2 and π/2.
 *
 * Formula: `f(x) = arctan(x)`, in radians. Shapes: any, kept.
 *
 * @example
 * ```ts
 * import { arctan } from "@neurite/activations";
 *
 * console.log(arctan.kind); // → arctan
 * ```
 */
export const arctan: Activation = { kind: "arctan", apply: (x) => x.atan() };
