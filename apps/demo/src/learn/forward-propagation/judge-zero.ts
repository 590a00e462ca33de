// Task 4b: the output is brought to 0 by changing one weight; which one is up to the reader.
import { formatNumber, formatShort } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { type ArticleWeights, articleInputs, articleWeights, nodes, type Pair } from "./article-network";

const closeToZero = 0.01;

/** The weights that are not the article's, as "weight 0 of output". */
function changedWeights(weights: ArticleWeights): readonly string[] {
  return nodes.flatMap((node) =>
    weights[node].flatMap((weight, from) =>
      weight === articleWeights[node][from] ? [] : [words.forwardPropagation.weight(node, from)],
    ),
  );
}

export function judgeZero(weights: ArticleWeights, inputs: Pair, output: number): Verdict {
  const say = words.forwardPropagation.zero;
  const changed = changedWeights(weights);
  const no = (sentence: string): Verdict => ({ solved: false, say: sentence });
  if (inputs.some((input, i) => input !== articleInputs[i])) {
    return no(say.otherInputs(inputs.map((input) => formatShort(input))));
  }
  if (changed.length === 0) return no(say.unchanged);
  if (changed.length > 1) return no(say.several(changed));
  if (Math.abs(output) > closeToZero) return no(say.notThere(formatNumber(output, 3), output > 0));
  return { solved: true, say: say.solved(changed[0] ?? "", formatNumber(output, 4)) };
}
