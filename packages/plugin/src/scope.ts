import type { DType, Key, Shape, Tensor } from "@neurite/tensor";
import type { Ref } from "./config";
import type { Activation, AnyLayer, Layer } from "./layer";

/** Where the numbers of a new parameter come from. */
export interface Initializer extends Ref {
  /** Numbers for an array of `shape`, decided by the key alone; made of `+ - * /`, `sqrt` and tensor's own `naturalLog` and `cosineOfTurn`. */
  sample(shape: Shape, key: Key): Float64Array;
}

/** Puts a parameter back into a set after each update, as an expression. */
export interface Constraint extends Ref {
  apply(next: Tensor): Tensor;
}

/** A term that is added to the loss for a parameter, as an expression that gives one number. */
export interface Regularizer extends Ref {
  apply(parameter: Tensor): Tensor;
}

/** Numbers that a layer keeps. */
export interface StateSpec {
  readonly shape: Shape;
  readonly initializer: Initializer;
  /** The scope's dtype unless told otherwise. */
  readonly dtype?: DType;
}

/** Numbers that training changes. */
export interface ParameterSpec extends StateSpec {
  /** False keeps the optimizer away; true unless told otherwise. */
  readonly trainable?: boolean;
  /** Whether weight decay applies: true unless told otherwise; biases and norms say false. */
  readonly decay?: boolean;
  readonly constraint?: Constraint;
}

/** What a layer asks for while it is applied: everything that is not in its inputs. */
export interface Scope {
  /** Whether this is a training step; dropout and batch normalisation differ. */
  readonly training: boolean;
  /** The dtype of parameters and computation: float32, or float64. */
  readonly dtype: DType;
  /** The path of the layer that is being applied, for messages. */
  readonly path: string;
  /** A parameter by name; the same name gives the same one. */
  parameter(name: string, spec: ParameterSpec): Tensor;
  /** Numbers that are kept but not learnt, such as running averages. */
  state(name: string, spec: StateSpec): Tensor;
  /** Sets what `state` gives after this step; only while training. */
  update(name: string, next: Tensor): void;
  /** A random key of this place, this occurrence and this step; only while training. */
  key(name: string): Tensor;
  /** Adds a number to the loss, once each time it is called. */
  penalty(term: Tensor): void;
  /** Applies a layer below this one that gives one tensor. */
  child<I extends readonly Tensor[]>(name: string, layer: Layer<I, Tensor | readonly Tensor[]>, inputs: I): Tensor;
  /** Applies a layer below this one that may give several, as recurrent layers do with their states. */
  childOutputs<I extends readonly Tensor[]>(
    name: string,
    layer: Layer<I, Tensor | readonly Tensor[]>,
    inputs: I,
  ): readonly Tensor[];
  /** Applies an activation below this layer. */
  activate(name: string, activation: Activation, x: Tensor): Tensor;
  /** A parameter of a layer applied before, by the layer itself or its path: tied weights. */
  shared(layer: AnyLayer | string, parameter: string): Tensor;
}
