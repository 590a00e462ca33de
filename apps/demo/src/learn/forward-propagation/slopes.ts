// How the square of the error changes with each weight, by the library's gradient through the graph of the same network.
import { evaluate, gradient, tensor } from "neurite";
import { type Derivation, derived } from "../../numbers/derivation";
import { formatShort } from "../../numbers/format-number";
import { type ArticleWeights, type NodeName, nodes, type Pair } from "./article-network";

/** What the answer should have been. */
const target = 3;

export type Slopes = Readonly<Record<NodeName, Pair>>;

/** ∂(output - target)² / ∂weight for each weight. */
export function slopesOf(weights: ArticleWeights, inputs: Pair): Slopes {
  const numbers = (pair: Pair) => tensor.constant([...pair], "float64");
  const [w0, w1, w2] = [numbers(weights.node_0), numbers(weights.node_1), numbers(weights.output)];
  const x = numbers(inputs);
  const bent = tensor.stack([x.mul(w0).sum().tanh(), x.mul(w1).sum().tanh()]);
  const error = bent.mul(w2).sum().sub(target);
  const found = evaluate(gradient(error.mul(error), [w0, w1, w2]));
  return Object.fromEntries(
    nodes.map((node, i) => [node, [found[i]?.data[0] ?? 0, found[i]?.data[1] ?? 0]]),
  ) as unknown as Slopes;
}

/** The numbers of the forward pass that slopes are made of, as they open. */
export interface OpenPass {
  readonly inputs: readonly Derivation[];
  readonly bent: readonly Derivation[];
  readonly outputWeights: readonly Derivation[];
  readonly output: Derivation;
}

/** The slope along a weight as the chain rule writes it: 2 · error · all that lies between the weight and the output. */
export function openSlope(node: NodeName, from: number, slope: number, pass: OpenPass): Derivation {
  const weight = `weight ${from} of ${node}`;
  const error = derived("error", pass.output.value - target, () => [pass.output, `− ${target}`]);
  const given = (list: readonly Derivation[], at: number) => list[at] as Derivation;
  if (node === "output")
    return derived(`slope along ${weight}`, slope, () => ["2 ×", error, "×", given(pass.bent, from)]);
  const at = node === "node_0" ? 0 : 1;
  return derived(
    `slope along ${weight}`,
    slope,
    () => [
      "2 ×",
      error,
      "×",
      given(pass.outputWeights, at),
      "×",
      openFlatness(node, given(pass.bent, at)),
      "×",
      given(pass.inputs, from),
    ],
    {
      note: `By the chain rule: the error, the weight from ${node} to the output, how steep tanh is there, and the input.`,
    },
  );
}

/** How steep tanh is where a node stands: 1 - tanh². */
export function openFlatness(node: NodeName, bent: Derivation): Derivation {
  return derived(`steepness of tanh in ${node}`, 1 - bent.value ** 2, () => ["1 −", bent, "²"]);
}

/** How many times as fast the one weight moves as the other; undefined where the other does not move at all. */
export function openRatio(fast: Derivation | undefined, slow: Derivation | undefined): Derivation | undefined {
  if (!fast || !slow || slow.value === 0) return undefined;
  const ratio = Math.abs(fast.value / slow.value);
  return derived("times as fast", ratio, () => [fast, "÷", slow], {
    text: formatShort(ratio, 4),
    note: "Without their signs.",
  });
}
