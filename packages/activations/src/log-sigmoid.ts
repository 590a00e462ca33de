import type { Activation } from "@neurite/plugin";
import { softplusOf } from "./softplus-of";

/**
 * The logarithm of sigmoid, exact also where sigmoid is too small for a number, or 1.
 *
 * Formula: `f(x) = log(1 / (1 + e^-x))`, written as `-softplus(-x)`. Shapes: any, kept.
 * Source: the logarithm of `sigmoid`.
 *
 * @example
 * ```ts
 * import { logSigmoid } from "@neurite/activations";
 *
 * console.log(logSigmoid.kind); // → logSigmoid
 * ```
 */
export const logSigmoid: Activation = { kind: "logSigmoid", apply: (x) => softplusOf(x.neg()).neg() };
