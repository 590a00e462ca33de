import { type AnyLayer, type Layer, type Reviver, readConfig } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";

/**
 * Layers one after the other: the output of each is the input of the next.
 *
 * Paths: layer `i` of kind `k` stands at `i/k`. A layer object with weights may stand in it once, or several times if it is wrapped in `shared`.
 *
 * @example
 * ```ts
 * import { relu } from "@neurite/activations";
 * import { dense } from "@neurite/layers";
 * import { createModel, sequential } from "@neurite/network";
 *
 * const network = sequential([dense({ units: 4, activation: relu }), dense({ units: 1 })]);
 * const model = createModel(network, { inputs: [3], seed: 1 });
 * console.log(model.summary().parameters); // → 21
 * ```
 */
export function sequential(layers: readonly AnyLayer[]): Layer {
  if (layers.length === 0) {
    throw new NeuriteError(
      "bad-argument",
      "sequential: expected at least one layer, got none. Pass the layers in the order of computation.",
    );
  }
  return {
    kind: "sequential",
    config: { layers },
    apply: ([x], scope) =>
      layers.reduce<Tensor>((before, layer, i) => {
        const first = layer.kind === "shared" ? layers.indexOf(layer) : i;
        return scope.child(`${first}/${layer.kind}`, layer, [before]);
      }, x),
  };
}

export const reviveSequential: Reviver<AnyLayer> = (config, revival) =>
  sequential(readConfig("sequential", config, revival).list("layer", "layers"));
