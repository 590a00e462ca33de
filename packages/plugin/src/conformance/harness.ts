import type { Backend, Type, Value } from "@neurite/tensor";
import type { AnyLayer } from "../layer";
import type { Made, Plugin } from "../plugin";
import type { Registry } from "../registry";

/** A model, as far as the checks look at it. */
export interface HarnessModel {
  readonly weights: ReadonlyMap<string, Value>;
  predictAll(inputs: readonly Value[]): readonly Value[];
}

/** The parts that a layer of units can be given, as `dense` can. */
export interface HostOptions {
  readonly units: number;
  readonly activation?: Made["activation"];
  readonly weightsInitializer?: Made["initializer"];
  readonly weightsRegularizer?: Made["regularizer"];
  readonly weightsConstraint?: Made["constraint"];
}

/** How the checks train: a few epochs, two rows in a step. */
export interface HarnessFit {
  readonly epochs: number;
  readonly seed: number;
  /** Another optimizer than the harness's own. */
  readonly optimizer?: Extract<Made["optimizer"], { mode: "step" }>;
}

/**
 * What the checks need of the packages above this one; handed in, since importing them would be a circle.
 *
 * `neurite/testing` hands in the real ones.
 */
export interface Harness {
  /** The backends that must agree; the first is the measure. */
  readonly backends: readonly Backend[];
  /** A registry of the built-in kinds, and of those of more plugins. */
  registry(...plugins: readonly Plugin[]): Registry;
  /** A layer of units on which activations, initializers and the like are tried. */
  hostLayer(options: HostOptions): AnyLayer;
  /** Layers one after the other. */
  sequential(layers: readonly AnyLayer[]): AnyLayer;
  createModel(layer: AnyLayer, options: { readonly inputs: readonly Type[]; readonly seed: number }): HarnessModel;
  /** A few steps of training on rows, on from a model; the loss is the mean squared error. */
  fit(
    start: HarnessModel,
    data: { readonly inputs: readonly Value[]; readonly targets: readonly Value[] },
    options: HarnessFit,
  ): Promise<HarnessModel>;
  /** The bytes of a model file. The registry knows where foreign kinds come from. */
  save(model: HarnessModel, registry: Registry): Uint8Array;
  load(bytes: Uint8Array, registry: Registry, missing: "expression" | "error"): HarnessModel;
}
