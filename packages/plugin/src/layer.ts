import type { Tensor } from "@neurite/tensor";
import type { Ref } from "./config";
import type { Scope } from "./scope";

/**
 * A function of one tensor, written as an expression.
 *
 * Shapes: it works element by element, or along the last axis, whose size it may change.
 *
 * @example
 * ```ts
 * import type { Activation } from "@neurite/plugin";
 *
 * const swish: Activation = { kind: "acme/swish", apply: (x) => x.mul(x.sigmoid()) };
 * console.log(swish.kind); // → acme/swish
 * ```
 */
export interface Activation extends Ref {
  apply(x: Tensor, scope: Scope): Tensor;
}

/**
 * A part of a network: a function of tensors which asks its scope for parameters, state, keys and children as it goes.
 *
 * The row count must not be read: the first axis of all inputs and outputs is the batch.
 */
export interface Layer<I extends readonly Tensor[] = readonly [Tensor], O extends Tensor | readonly Tensor[] = Tensor>
  extends Ref {
  /** How many inputs it takes: 1 unless told otherwise. */
  readonly arity?: number | "any";
  apply(inputs: I, scope: Scope): O;
}

/** A layer of any number of inputs and outputs. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where a layer of whatever inputs is meant; trace checks them
export type AnyLayer = Layer<any, Tensor | readonly Tensor[]>;
