// From the library's trace to a picture, so that picture and engine cannot disagree.
import type { ForwardTrace, TracedLayer, Unit } from "neurite";
import { type Derivation, derived, given } from "../numbers/derivation";
import type { DrawnInput, DrawnLayer, DrawnNetwork, DrawnNeuron, DrawnWeight } from "./drawn-network";

/** Where a weight is: of layer `layer`, from value `from` (or the bias) to neuron `to`. */
export interface WeightPlace {
  readonly layer: number;
  readonly from: number | "bias";
  readonly to: number;
}

export interface DrawTraceOptions {
  /** The inputs' names, with where each comes from; "input 0" unless told otherwise. */
  readonly inputs?: readonly Derivation[];
  readonly setInput?: ((input: number, value: number) => void) | undefined;
  readonly setWeight?: ((place: WeightPlace, value: number) => void) | undefined;
  readonly settle?: (() => void) | undefined;
  readonly slopeOf?: ((place: WeightPlace) => number | undefined) | undefined;
  /** What a neuron is called; "neuron 0" and so on, "output" in the last layer. */
  readonly nameOf?: (layer: number, neuron: number) => string;
  /** Where a weight comes from, if not from the reader: "learnt in 600 steps". */
  readonly weightFrom?: string;
}

/** The picture of a forward pass through dense layers. Throws where a layer is something else than neurons. */
export function drawTrace(trace: ForwardTrace, options: DrawTraceOptions = {}): DrawnNetwork {
  const row = trace.inputs[0] ?? [];
  const inputs = row.map((value, i): DrawnInput => {
    const of = options.inputs?.[i] ?? given(`input ${i}`, value, "an input");
    const { setInput, settle } = options;
    return { name: of.name, of, ...(setInput && { set: (next: number) => setInput(i, next), settle }) };
  });
  let before = inputs.map(({ of }) => of);
  const layers = trace.layers.map((layer, at): DrawnLayer => {
    const last = at === trace.layers.length - 1;
    const drawn = drawLayer(layer, at, last, before, options);
    before = drawn.neurons.map(({ output }) => output);
    return drawn;
  });
  return { inputs, layers };
}

function drawLayer(
  layer: TracedLayer,
  at: number,
  last: boolean,
  before: readonly Derivation[],
  options: DrawTraceOptions,
): DrawnLayer {
  const { units, activation } = layer;
  if (!units) throw new Error(`internal: layer ${at} (${layer.kind}) has no neurons to draw.`);
  const many = units.length > 1;
  const nameOf =
    options.nameOf ?? ((_layer, neuron) => (last ? (many ? `output ${neuron}` : "output") : `neuron ${neuron}`));
  return {
    activation: activation === "linear" ? undefined : activation,
    neurons: units.map((unit, to) => drawNeuron(unit, nameOf(at, to), at, to, layer, before, options)),
  };
}

function drawNeuron(
  unit: Unit,
  name: string,
  layer: number,
  to: number,
  { activation, output: outputs }: TracedLayer,
  before: readonly Derivation[],
  options: DrawTraceOptions,
): DrawnNeuron {
  const weight = (value: number, from: number | "bias"): DrawnWeight => {
    const place = { layer, from, to };
    const title = from === "bias" ? `bias of ${name}` : `weight from ${before[from]?.name ?? from} to ${name}`;
    const { setWeight, settle, slopeOf, weightFrom = "a weight of this network" } = options;
    return {
      of: given(title, value, weightFrom),
      ...(setWeight && { set: (next: number) => setWeight(place, next), settle }),
      slope: slopeOf?.(place),
    };
  };
  const weights = unit.terms.map((term, from) => weight(term.weight, from));
  const bias = unit.bias === undefined ? undefined : weight(unit.bias, "bias");
  const sum = derived(`sum of ${name}`, unit.sum, () => [
    ...weights.flatMap(({ of }, from) => [
      ...(from === 0 ? [] : ["+"]),
      before[from] ?? given(`input ${from}`, unit.terms[from]?.input ?? 0, "an input"),
      "×",
      of,
    ]),
    ...(bias ? ["+", bias.of] : []),
  ]);
  const bent = activation !== undefined && activation !== "linear";
  const shared = bent && outputs.length > 1 && /softmax|softmin|sparsemax/.test(activation);
  const output = bent
    ? derived(`output of ${name}`, unit.output, () => [`${activation}(`, sum, ")"], {
        ...(shared && { note: "This activation looks at the sums of all neurons of its layer together." }),
      })
    : { ...sum, name: `output of ${name}` };
  return { name, weights, bias, sum, output };
}
