import type { Activation } from "@neurite/plugin";

/**
 * The logistic function: a number between 0 and 1, for the probability of one of two classes.
 *
 * Formula: `f(x) = 1 / (1 + e^-x)`. Shapes: any, kept. Binary cross-entropy recognises it and works from x itself.
 * Source: Verhulst, "Recherches mathématiques sur la loi d'accroissement de la population" (1845).
 *
 * @example
 * ```ts
 * import { sigmoid } from "@neurite/activations";
 *
 * console.log(sigmoid.kind); // → sigmoid
 * ```
 */
export const sigmoid: Activation = { kind: "sigmoid", apply: (x) => x.sigmoid() };
