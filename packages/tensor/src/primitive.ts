import type { Graph } from "./graph";
import type { Attributes, Inputs, OpName } from "./op";
import type { Node, Tensor } from "./tensor";
import type { Type, Value } from "./value";

/** Evaluates a graph; handed to operations, so that no operation imports a runner. */
export type Run = (graph: Graph, inputs: readonly Value[]) => readonly Value[];

/** Makes new nodes; handed to gradients, so that no operation imports a builder. */
export interface Build {
  make<K extends OpName>(op: K, inputs: Inputs<K, Tensor>, attributes: Attributes[K]): readonly Tensor[];
  /** The number `n` everywhere, in the shape and dtype of `like`. */
  number(n: number, like: Type): Tensor;
  pullback(outputs: readonly Tensor[], of: readonly Tensor[], cotangents: readonly Tensor[]): readonly Tensor[];
  /** A graph input that stands for a value not known yet. */
  input(name: string, type: Type): Tensor;
}

/** The gradient rule of one operation: from the gradients of its outputs to those of its inputs. */
export type GradientRule<K extends OpName> = (
  node: Node<K>,
  outputs: readonly Tensor[],
  cotangents: readonly (Tensor | undefined)[],
  build: Build,
  needed: readonly boolean[],
) => Inputs<K, Tensor | undefined>;

/** One operation: shape rule, evaluation and gradient side by side. No `gradient`: nothing flows back through it. */
export interface Primitive<K extends OpName> {
  infer(inputs: Inputs<K, Type>, attributes: Attributes[K]): readonly Type[];
  /** `used` tells which outputs anyone reads; one that nobody does may come back empty. */
  evaluate(
    inputs: Inputs<K, Value>,
    attributes: Attributes[K],
    outputs: readonly Type[],
    run: Run,
    used?: readonly boolean[],
  ): readonly Value[];
  gradient?: GradientRule<K>;
}

/** An operation that is made of smaller ones; its name is kept for readers that know a better way. */
export interface Composite<K extends OpName> {
  infer(inputs: Inputs<K, Type>, attributes: Attributes[K]): readonly Type[];
  expand(inputs: Inputs<K, Tensor>, attributes: Attributes[K]): readonly Tensor[];
}
