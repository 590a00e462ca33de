import type { Backend, Type, Value } from "@neurite/tensor";
import type { AnyLayer } from "../layer";
import type { Registry } from "../registry";
import type { Loss, Optimizer } from "../training";

/** A model, as far as the checks look at it. */
export interface HarnessModel {
  readonly weights: ReadonlyMap<string, Value>;
  predictAll(inputs: readonly Value[]): readonly Value[];
}

/**
 * What the checks need of the packages above this one; handed in, since importing them would be a circle.
 *
 * `neurite/testing` hands in the real ones.
 */
export interface Harness {
  /** The backends that must agree; the first is the measure. */
  readonly backends: readonly Backend[];
  /** A registry of the built-in kinds alone. */
  readonly builtins: Registry;
  /** A layer that has an activation, as `dense` has. */
  hostLayer(options: { readonly units: number; readonly activation?: unknown }): AnyLayer;
  /** Layers one after the other. */
  sequential(layers: readonly AnyLayer[]): AnyLayer;
  createModel(layer: AnyLayer, options: { readonly inputs: readonly Type[]; readonly seed: number }): HarnessModel;
  /** A few steps of training on rows, of a layer or on from a model. */
  fit(
    start: AnyLayer | HarnessModel,
    data: { readonly inputs: readonly Value[]; readonly targets: readonly Value[] },
    options: { readonly epochs: number; readonly seed: number; readonly loss?: Loss; readonly optimizer?: Optimizer },
  ): Promise<HarnessModel>;
  save(model: HarnessModel): Uint8Array;
  load(bytes: Uint8Array, registry: Registry): HarnessModel;
}
