// The forward pass as eight steps: what is lit, what is said, and how mathematics writes it.
import type { DrawnNetwork, DrawnNeuron } from "../../network/drawn-network";
import { type Derivation, derived } from "../../numbers/derivation";
import { formatShort } from "../../numbers/format-number";
import { words } from "../../words/words";

/** A sign of a formula: a letter with its index, a number, or an operator. */
export type FormulaPart =
  | { readonly letter: string; readonly index?: number }
  | { readonly number: string }
  | { readonly sign: string };

export interface Step {
  readonly lit: { readonly layer: number; readonly neuron: number; readonly wires?: "all" | number };
  /** What happens, as the live text says it. */
  readonly sentence: string;
  readonly formula: readonly FormulaPart[];
  /** The formula as it is read out. */
  readonly reading: string;
  /** What comes out of the step. */
  readonly result: Derivation;
}

const text = (value: number) => formatShort(value, 5);
/** A factor; a negative one in brackets. */
const factor = (value: number): FormulaPart => ({ number: value < 0 ? `(${text(value)})` : text(value) });
const sign = (of: string): FormulaPart => ({ sign: of });
const letter = (name: string, index?: number): FormulaPart =>
  index === undefined ? { letter: name } : { letter: name, index };

/** The steps of the article's network, from its picture: sum and bend of each node, the two products, their sum, done. */
export function stepsOf(network: DrawnNetwork): readonly Step[] {
  const [hidden, last] = network.layers;
  const output = last?.neurons[0];
  if (!hidden || !output) return [];
  const inputs = network.inputs.map(({ of }) => of);
  const nodes = hidden.neurons.flatMap((neuron, i) => [sumStep(neuron, i, inputs), bendStep(neuron, i)]);
  const products = hidden.neurons.map(({ output: bent }, i) => productStep(bent, output, i));
  return [...nodes, ...products, outputStep(output, products), doneStep(output)];
}

function sumStep({ name, weights, sum }: DrawnNeuron, node: number, inputs: readonly Derivation[]): Step {
  const say = words.forwardPropagation;
  const terms = weights.map(({ of }, i) => [inputs[i]?.value ?? 0, of.value] as const);
  return {
    lit: { layer: 0, neuron: node, wires: "all" },
    sentence: say.steps.sum(name, terms.map(([x, w]) => `${text(x)} × ${text(w)}`).join(" + "), text(sum.value)),
    formula: [
      letter("s", node),
      sign("="),
      ...terms.flatMap(([x, w], i) => [...(i > 0 ? [sign("+")] : []), factor(x), sign("·"), factor(w)]),
    ],
    reading: say.reading.sum(node, terms.map(([x, w]) => say.reading.times(text(x), text(w))).join(say.reading.plus)),
    result: sum,
  };
}

function bendStep({ name, sum, output }: DrawnNeuron, node: number): Step {
  const say = words.forwardPropagation;
  return {
    lit: { layer: 0, neuron: node },
    sentence: say.steps.bend(name, text(sum.value), text(output.value)),
    formula: [letter("h", node), sign("="), letter("tanh"), sign("("), { number: text(sum.value) }, sign(")")],
    reading: say.reading.bend(node, text(sum.value)),
    result: output,
  };
}

function productStep(bent: Derivation, { weights }: DrawnNeuron, node: number): Step {
  const say = words.forwardPropagation;
  const weight = weights[node]?.of as Derivation;
  const result = derived(`product of node_${node}`, bent.value * weight.value, () => [bent, "×", weight]);
  return {
    lit: { layer: 1, neuron: 0, wires: node },
    sentence: say.steps.product(`node_${node}`, text(bent.value), text(weight.value), text(result.value)),
    formula: [letter("p", node), sign("="), factor(bent.value), sign("·"), factor(weight.value)],
    reading: say.reading.product(node, text(bent.value), text(weight.value)),
    result,
  };
}

function outputStep({ sum }: DrawnNeuron, products: readonly Step[]): Step {
  const say = words.forwardPropagation;
  const [first, second] = products.map(({ result }) => text(result.value)) as [string, string];
  return {
    lit: { layer: 1, neuron: 0, wires: "all" },
    sentence: say.steps.output(first, second, text(sum.value)),
    formula: [
      letter("y"),
      sign("="),
      ...products.flatMap(({ result }, i) => [...(i > 0 ? [sign("+")] : []), factor(result.value)]),
    ],
    reading: say.reading.output(first, second),
    result: { ...sum, how: () => ({ line: products.flatMap(({ result }, i) => [...(i > 0 ? ["+"] : []), result]) }) },
  };
}

function doneStep({ output }: DrawnNeuron): Step {
  const say = words.forwardPropagation;
  return {
    lit: { layer: 1, neuron: 0 },
    sentence: say.steps.done(text(output.value)),
    formula: [letter("y")],
    reading: say.reading.done,
    result: output,
  };
}

/** The picture after so many steps: what is computed later is not known yet. */
export function afterStep(network: DrawnNetwork, done: number): DrawnNetwork {
  const unknown = (of: Derivation): Derivation => ({ ...of, value: 0, text: "?" });
  const at = (step: number, of: Derivation) => (done >= step ? of : unknown(of));
  const [hidden, last] = network.layers;
  if (!hidden || !last) return network;
  return {
    inputs: network.inputs,
    layers: [
      {
        ...hidden,
        neurons: hidden.neurons.map((n, i) => ({ ...n, sum: at(2 * i + 1, n.sum), output: at(2 * i + 2, n.output) })),
      },
      { ...last, neurons: last.neurons.map((n) => ({ ...n, sum: at(7, n.sum), output: at(7, n.output) })) },
    ],
  };
}
