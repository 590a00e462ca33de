// The weights of a network as one row of numbers, which goes to the worker and back.
import { type AnyLayer, createModel, type Model, type Value } from "neurite";
import { smallBackend } from "../../training/small-backend";

/** All numbers, in the order of the model's paths. */
export function flatten(weights: ReadonlyMap<string, Value>): Float32Array {
  return Float32Array.from([...weights.values()].flatMap(({ data }) => [...data]));
}

/** A network with the numbers given, or those that its seed decides. */
export function modelWith(network: AnyLayer, seed: number, numbers?: ArrayLike<number>): Model {
  const backend = smallBackend();
  const model = createModel(network, { inputs: [2], seed, backend });
  if (!numbers) return model;
  let at = 0;
  const weights = new Map<string, Value>();
  for (const [path, value] of model.weights) {
    const data = Float32Array.from(value.data, () => numbers[at++] as number);
    weights.set(path, { ...value, data });
  }
  return createModel(network, { inputs: [2], seed, weights, backend });
}

/** Where a weight stands in the row: of layer `layer`, from value `from` (or the bias) to neuron `to`. */
export function placeOfWeight(
  weights: ReadonlyMap<string, Value>,
  { layer, from, to }: { readonly layer: number; readonly from: number | "bias"; readonly to: number },
): number {
  const wanted = `${layer}/dense/${from === "bias" ? "bias" : "weights"}`;
  let at = 0;
  for (const [path, { shape, data }] of weights) {
    if (path === wanted) return at + (from === "bias" ? to : from * (shape[1] ?? 1) + to);
    at += data.length;
  }
  throw new Error(`internal: no weight at ${wanted}.`);
}
