// The forward pass through the network that is shown, for a row of the set or for a place on the plane: every number opens.
import { drawTrace, type WeightPlace } from "../../network/draw-trace";
import type { DrawnNetwork, DrawnWeight } from "../../network/drawn-network";
import { type Derivation, given } from "../../numbers/derivation";
import { cell } from "../sets/plane-column";
import type { PlaneSet } from "../sets/plane-set";
import { buildNetwork } from "../training/build-network";
import type { Settings } from "../training/settings";
import type { Frame } from "../training/train-network";
import { modelWith } from "../training/weights";

/** A row of the set, or a place between the rows. */
export type Spot = number | { readonly x: number; readonly y: number };

interface Setting {
  readonly setWeight: (place: WeightPlace, value: number) => void;
  readonly settle: () => void;
}

/** The inputs at a spot, each with where it comes from. */
export function inputsAt(set: PlaneSet, spot: Spot): readonly [Derivation, Derivation] {
  const [first, second] = set.inputs;
  if (typeof spot === "number") return [cell(first, spot), cell(second, spot)];
  return [
    given(first.name, spot.x, "where the cross hair stands"),
    given(second.name, spot.y, "where the cross hair stands"),
  ];
}

/** The network of a frame with the numbers of one forward pass. */
export function drawnAt(set: PlaneSet, settings: Settings, frame: Frame, spot: Spot, setting?: Setting): DrawnNetwork {
  const model = modelWith(buildNetwork(settings, set.task), settings.seed, frame.weights);
  const inputs = inputsAt(set, spot);
  const trace = model.trace([inputs.map(({ value }) => value)]);
  const last = settings.layers.length;
  const drawn = drawTrace(
    {
      ...trace,
      layers: trace.layers.map((layer, at) => ({ ...layer, activation: shortName(settings, at, layer.activation) })),
    },
    {
      inputs: inputs.map((input, i) => ({ ...input, name: set.inputs[i as 0 | 1].name })),
      nameOf: (layer, neuron) =>
        layer === last ? "answer" : `neuron ${neuron + 1}${last > 1 ? ` of layer ${layer + 1}` : ""}`,
      weightFrom: frame.step === 0 ? "a weight of the start" : `learnt in ${frame.step} steps`,
      ...setting,
    },
  );
  return {
    ...drawn,
    layers: drawn.layers.map((layer, at) => ({
      ...layer,
      neurons: layer.neurons.map((neuron, i) => ({
        ...neuron,
        ...(at < last && { label: `neuron ${i + 1}` }),
        weights: neuron.weights.map(short),
        bias: neuron.bias && short(neuron.bias),
        output: withNote(neuron.output, settings.layers[at]?.formula),
      })),
    })),
  };
}

/** The answer at a spot; the forward pass is made when the number is opened. */
export function answerAt(set: PlaneSet, settings: Settings, frame: Frame, spot: Spot, value: number): Derivation {
  const place = typeof spot === "number" ? `row ${spot}` : "this place";
  return {
    name: `answer at ${place}`,
    value,
    how: () => {
      const answer = drawnAt(set, settings, frame, spot).layers.at(-1)?.neurons[0]?.output;
      return answer?.how() ?? { line: [] };
    },
  };
}

/** One call is named as it is typed; what is longer is f. */
function shortName({ layers }: Settings, at: number, kind: string | undefined): string {
  const formula = layers[at]?.formula;
  if (formula === undefined) return kind ?? "linear";
  const [, called] = /^\s*([a-z0-9]+)\(\s*x\s*\)\s*$/.exec(formula) ?? [];
  return called ?? (formula.trim() === "x" ? "linear" : "f");
}

/** A weight of a training that explodes still fits onto its wire. */
function short(weight: DrawnWeight): DrawnWeight {
  const { value } = weight.of;
  return Math.abs(value) < 1000
    ? weight
    : {
        ...weight,
        of: { ...weight.of, text: `${value < 0 ? "−" : "+"}${Math.abs(value).toExponential(0).replace("e+", "e")}` },
      };
}

function withNote(output: Derivation, formula: string | undefined): Derivation {
  if (formula === undefined) return output;
  return { ...output, how: () => ({ ...output.how(), note: `f(x) = ${formula}` }) };
}
