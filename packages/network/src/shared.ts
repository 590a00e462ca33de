import { type AnyLayer, type Layer, type Reviver, readConfig } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";

/**
 * Says that a layer may stand in several places of a network with one set of weights.
 *
 * Use the object that comes back in each of the places.
 *
 * @example
 * ```ts
 * import { dense } from "@neurite/layers";
 * import { createModel, sequential, shared } from "@neurite/network";
 *
 * const again = shared(dense({ units: 3 }));
 * const model = createModel(sequential([again, again]), { inputs: [3], seed: 1 });
 * console.log(model.summary().parameters); // → 12
 * ```
 */
export function shared(layer: AnyLayer): Layer {
  return {
    kind: "shared",
    config: { layer },
    ...(layer.arity !== undefined && { arity: layer.arity }),
    apply: (inputs, scope) => scope.child(layer.kind, layer, inputs),
  };
}

export const reviveShared: Reviver<AnyLayer> = (config, revival) => {
  const layer = readConfig("shared", config, revival).made("layer", "layer");
  if (layer) return shared(layer);
  throw new NeuriteError("bad-file", 'shared: "layer" should be a layer, got nothing. Write the file anew.');
};
