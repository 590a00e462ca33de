// A neuron's sum as steps on a number line: each product begins where the one before ended, the bias comes last.
import type { DrawnInput, DrawnNeuron } from "../../network/drawn-network";
import { type Derivation, derived } from "../../numbers/derivation";
import { words } from "../../words/words";

export interface SumStep {
  readonly number: Derivation;
  readonly start: number;
  readonly end: number;
}

export function sumSteps({ name, weights, bias }: DrawnNeuron, inputs: readonly DrawnInput[]): readonly SumStep[] {
  const products = inputs.flatMap(({ name: input, of: value }, i) => {
    const weight = weights[i]?.of;
    const title = words.oneNeuron.bend.product(input, name);
    return weight ? [derived(title, value.value * weight.value, () => [value, "×", weight])] : [];
  });
  let end = 0;
  return [...products, ...(bias ? [bias.of] : [])].map((number) => {
    const start = end;
    end += number.value;
    return { number, start, end };
  });
}
