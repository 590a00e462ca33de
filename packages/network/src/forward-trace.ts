import type { Place } from "@neurite/plugin";
import { type AnyNode, NeuriteError, order, runGraph, type Tensor, type Value } from "@neurite/tensor";
import type { Answering } from "./predict";
import { traceRows } from "./trace-rows";

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

/** Follows one row through a model. The layers are those that have no layer inside. */
export function traceForward(model: Answering, row: readonly Value[]): ForwardTrace {
  if (row.some(({ shape }) => shape[0] !== 1)) {
    throw new NeuriteError(
      "bad-data",
      `trace: expected one row, got ${row[0]?.shape[0]}. Pass the row that you want to follow.`,
    );
  }
  const { traced, inputs } = traceRows(model.network, model.inputs, model.dtype, 1);
  const held = [...traced.parameters, ...traced.state].map(
    ([path, { tensor }]) => [tensor, model.weights.get(path)] as const,
  );
  const known = new Map<AnyNode, readonly Value[]>();
  const graphInputs = [...inputs, ...held.map(([tensor]) => tensor)];
  const values = [...row, ...held.map(([, value]) => value as Value)];
  graphInputs.forEach((tensor, i) => {
    known.set(tensor.node, [values[i] as Value]);
  });
  const outputs = runGraph({ inputs: graphInputs, outputs: traced.outputs }, values, (node, _, out) =>
    known.set(node as unknown as AnyNode, out),
  );
  const layers = traced.places.filter(
    ({ path, category }) => category === "layer" && !hasLayerInside(path, traced.places),
  );
  const numbers = numbersOf(known);
  return {
    inputs: row.map(({ data }) => [...data]),
    layers: layers.map((place) => traceLayer(place, traced.places, numbers)),
    outputs: outputs.map(({ data }) => [...data]),
  };
}

type Numbers = (t: Tensor) => readonly number[];

/** The numbers of a tensor in this pass. Composites are not kept by the run, so they are worked out from their inputs. */
function numbersOf(known: ReadonlyMap<AnyNode, readonly Value[]>): Numbers {
  const find = (t: Tensor): Value => {
    const value = known.get(t.node)?.[t.output];
    if (value) return value;
    const inputs = t.node.inputs.map(find);
    return runGraph({ inputs: t.node.inputs, outputs: [t] }, inputs)[0] as Value;
  };
  return (t) => [...find(t).data];
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
