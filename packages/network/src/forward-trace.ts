import { type Place, trace } from "@neurite/plugin";
import { type AnyNode, input, NeuriteError, order, type Tensor, type Value } from "@neurite/tensor";
import { type Answering, compileEntry, stateTensors } from "./predict";
import { byIndex } from "./run-blocks";

/** One multiplication of a neuron: what comes in, times its weight. */
export interface Term {
  readonly input: number;
  readonly weight: number;
  readonly product: number;
}

/** One neuron: the sum of its products and its bias, and what its activation makes of the sum. */
export interface Unit {
  readonly terms: readonly Term[];
  readonly bias?: number;
  readonly sum: number;
  readonly output: number;
}

/** One layer of the forward pass. */
export interface TracedLayer {
  readonly path: string;
  readonly kind: string;
  /** The kind of the activation, where the layer has one. */
  readonly activation?: string;
  readonly inputs: readonly (readonly number[])[];
  /** The neurons, where the layer is one sum of products and at most one bias and activation. */
  readonly units?: readonly Unit[];
  /** Every operation of the layer with its numbers, in the order of computation. */
  readonly steps: readonly { readonly op: string; readonly output: readonly number[] }[];
  readonly output: readonly number[];
}

/** The forward pass of one row, number by number. */
export interface ForwardTrace {
  readonly inputs: readonly (readonly number[])[];
  readonly layers: readonly TracedLayer[];
  /** What the network answers, the same numbers as `predict`. */
  readonly outputs: readonly (readonly number[])[];
}

/**
 * Follows one row through a model. The layers are those that have no layer inside.
 *
 * All numbers come from the model's backend, in one run, so that they end in the bits of `predict`.
 */
export function traceForward(model: Answering, row: readonly Value[]): ForwardTrace {
  if (row.some(({ shape }) => shape[0] !== 1)) {
    throw new NeuriteError(
      "bad-data",
      `trace: expected one row, got ${row[0]?.shape[0]}. Pass the row that you want to follow.`,
    );
  }
  const { tensors, state } = stateTensors(model.weights);
  const inputs = row.map((type, i) => input(`input ${i}`, type));
  const { outputs, places } = trace(model.network, inputs, { training: false, dtype: model.dtype, tensors });
  const layers = places.filter(({ path, category }) => category === "layer" && !hasLayerInside(path, places));

  const shown = shownTensors([...outputs, ...layers.flatMap((place) => [...place.inputs, ...place.outputs])]);
  const entry = { inputs: byIndex(inputs), outputs: byIndex(shown), updates: {} };
  const results = compileEntry(model, state, "trace", entry).run("trace", byIndex(row));
  const known = new Map<AnyNode, Value[]>();
  for (const [{ node, output }, value] of [
    ...inputs.map((tensor, i) => [tensor, row[i]] as const),
    ...[...tensors].map(([path, tensor]) => [tensor, model.weights.get(path)] as const),
    ...shown.map((tensor, i) => [tensor, results[i]] as const),
  ]) {
    const list = known.get(node) ?? [];
    list[output] = value as Value;
    known.set(node, list);
  }
  const numbers: Numbers = ({ node, output }) => {
    const value = node.op === "constant" ? node.attributes.value : known.get(node)?.[output];
    return [...(value as Value).data];
  };
  return {
    inputs: inputs.map(numbers),
    layers: layers.map((place) => traceLayer(place, places, numbers)),
    outputs: outputs.map(numbers),
  };
}

type Numbers = (t: Tensor) => readonly number[];

/** Every tensor that these are made of, each once; inputs and constants are known without a run. */
function shownTensors(outputs: readonly Tensor[]): readonly Tensor[] {
  const seen = new Map<AnyNode, Tensor[]>();
  for (const t of [...outputs, ...order(outputs).flatMap((node) => [...node.inputs])]) {
    if (t.node.op === "input" || t.node.op === "constant") continue;
    const list = seen.get(t.node) ?? [];
    list[t.output] = t;
    seen.set(t.node, list);
  }
  return [...seen.values()].flatMap((list) => list.filter((t) => t !== undefined));
}

function hasLayerInside(path: string, places: readonly Place[]): boolean {
  return places.some((p) => p.category === "layer" && p.path !== path && isBelow(p.path, path));
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(above === "" ? "" : `${above}/`);
}

function traceLayer(place: Place, places: readonly Place[], numbers: Numbers): TracedLayer {
  const within = new Set(place.inputs.map((t) => t.node));
  const own = order(place.outputs, (node) => within.has(node)).filter(
    (node) => !within.has(node) && node.op !== "input" && node.op !== "constant",
  );
  // a layer that is applied twice has its activation at one path twice; the one meant is part of this application
  const activation = places.find(
    (p) =>
      p.category === "activation" && isBelow(p.path, place.path) && own.some((node) => node === p.outputs[0]?.node),
  );
  const output = place.outputs[0] as Tensor;
  const units = unitsOf(own, activation?.inputs[0] ?? output, output, numbers);
  const steps = own.flatMap((node) => {
    const t = outputOf(node, own, output);
    return t ? [{ op: node.op, output: numbers(t) }] : [];
  });
  return {
    path: place.path,
    kind: place.applied.kind,
    ...(activation && { activation: activation.applied.kind }),
    inputs: place.inputs.map(numbers),
    ...(units && { units }),
    steps,
    output: numbers(output),
  };
}

/** A tensor for a node: what a later node takes of it, or the layer's output. */
function outputOf(node: AnyNode, own: readonly AnyNode[], output: Tensor): Tensor | undefined {
  if (output.node === node) return output;
  return own.flatMap((n) => [...n.inputs]).find((t) => t.node === node);
}

/** The neurons of `inputs · weights (+ bias)`, read off the graph; undefined where the layer is something else. */
function unitsOf(own: readonly AnyNode[], sum: Tensor, output: Tensor, numbers: Numbers): readonly Unit[] | undefined {
  const products = own.filter((node) => node.op === "matmul");
  const [product] = products;
  if (products.length !== 1 || product?.op !== "matmul" || output.shape.length !== 2) return undefined;
  const [left, right] = product.inputs;
  const { transposeA, transposeB } = product.attributes;
  const biased = sum.node.op === "add" && sum.node.inputs[0]?.node === product;
  if (transposeA || transposeB || (sum.node !== product && !biased)) return undefined;
  if (sum.shape[1] !== output.shape[1]) return undefined;
  const [inputs, weights] = [numbers(left), numbers(right)];
  const bias = biased ? numbers(sum.node.inputs[1] as Tensor) : undefined;
  const [sums, outputs] = [numbers(sum), numbers(output)];
  return sums.map((total, unit) => ({
    terms: inputs.map((x, i) => {
      const weight = weights[i * sums.length + unit] as number;
      return { input: x, weight, product: x * weight };
    }),
    ...(bias && { bias: bias[unit] as number }),
    sum: total,
    output: outputs[unit] as number,
  }));
}
