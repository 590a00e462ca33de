// The article's network of two inputs, two neurons and one output, without biases, as the library computes it.
import { type ForwardTrace, fromNodeWeights, tanh } from "neurite";

export type Pair = readonly [number, number];

export const nodes = ["node_0", "node_1", "output"] as const;
export type NodeName = (typeof nodes)[number];

/** Each node's two weights, under the names of the article. */
export type ArticleWeights = Readonly<Record<NodeName, Pair>>;

export const articleWeights: ArticleWeights = { node_0: [1, 1], node_1: [-1, 1], output: [2, -1] };
export const articleInputs: Pair = [2, 3];

/** Every number of the forward pass, in float64 as NumPy's. */
export function followed(weights: ArticleWeights, inputs: Pair): ForwardTrace {
  return fromNodeWeights(weights, { activation: tanh }).trace([[...inputs]]);
}

/** The numbers that are asked for and named. */
export interface Pass {
  readonly sums: Pair;
  readonly bent: Pair;
  readonly products: Pair;
  readonly output: number;
}

export function passOf({ layers }: ForwardTrace): Pass {
  const [hidden = [], last = []] = layers.map(({ units }) => units ?? []);
  const pair = (of: (index: 0 | 1) => number | undefined): Pair => [of(0) ?? Number.NaN, of(1) ?? Number.NaN];
  return {
    sums: pair((i) => hidden[i]?.sum),
    bent: pair((i) => hidden[i]?.output),
    products: pair((i) => last[0]?.terms[i]?.product),
    output: last[0]?.output ?? Number.NaN,
  };
}

/** The weights with one of them set. */
export function withWeight(weights: ArticleWeights, node: NodeName, from: number, value: number): ArticleWeights {
  const [first, second] = weights[node];
  return { ...weights, [node]: from === 0 ? [value, second] : [first, value] };
}
