// Chapter 4: the article's network, forwards and backwards.
import { articleInputs, articleWeights, followed, nodes, passOf } from "../learn/forward-propagation/article-network";
import { slopesOf } from "../learn/forward-propagation/slopes";
import { type Figures, figure } from "./figure";

const within = 5e-11;

export function articleFigures(): Figures {
  const { sums, bent, products, output } = passOf(followed(articleWeights, articleInputs));
  const other = passOf(followed(articleWeights, [3, 2]));
  const slopes = slopesOf(articleWeights, articleInputs);
  return {
    "node_0: sum": figure(sums[0], 0),
    "node_0: tanh": figure(bent[0], within),
    "node_0: product": figure(products[0], within),
    "node_0: steepness of tanh": figure(1 - bent[0] ** 2, 0.000005),
    "node_1: sum": figure(sums[1], 0),
    "node_1: tanh": figure(bent[1], within),
    "node_1: product": figure(products[1], within),
    "node_1: steepness of tanh": figure(1 - bent[1] ** 2, 0.005),
    output: figure(output, within),
    "inputs 3 and 2: sum of node_1": figure(other.sums[1], 0),
    "inputs 3 and 2: output": figure(other.output, 0.005),
    "output 0: weight 0 of the output": figure(-products[1] / bent[0], 0.00005),
    "output 0: weight 1 of the output": figure(-products[0] / bent[1], 0.00005),
    ...Object.fromEntries(
      nodes.flatMap((node) => slopes[node].map((slope, i) => [`slope of ${node}, ${i}`, figure(slope, 0.00005)])),
    ),
    "node_1 learns so many times as fast": figure(Math.abs(slopes.node_1[0] / slopes.node_0[0]), 0.5),
  };
}
