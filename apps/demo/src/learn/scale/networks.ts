// Networks from the article's to GPT-3, with how many numbers they learn and who says so.
import { type Derivation, derived, given } from "../../numbers/derivation";
import { words } from "../../words/words";
import { countText } from "./count-text";

export interface KnownNetwork {
  readonly id: "article" | "neurite" | "lenet" | "alexnet" | "gpt2" | "gpt3";
  readonly name: string;
  readonly weights: Derivation;
}

const named = words.scale.networks;

function published(id: "lenet" | "alexnet" | "gpt2" | "gpt3", count: number): KnownNetwork {
  const name = named[id];
  return { id, name, weights: given(words.scale.weightsOf(name), count, words.scale.sources[id], countText(count)) };
}

/** A layer of so many neurons after so many numbers: a weight for each pair, and a bias for each neuron. */
function dense(inputs: number, units: number): Derivation {
  return derived(words.scale.layer(inputs, units), inputs * units + units, () => [`${inputs} · ${units} + ${units}`]);
}

const neuriteLayers = [dense(8, 64), dense(64, 64), dense(64, 1)];

/** The six weights of chapter 4; its three biases are counted where it trains. */
export const articleWeights = derived(words.scale.weightsOf(named.article), 6, () => ["2 · 2 + 2 · 1"], {
  text: "6",
  note: words.scale.articleBiases,
});

export const gpt3 = published("gpt3", 175e9);

export const knownNetworks: readonly KnownNetwork[] = [
  { id: "article", name: named.article, weights: articleWeights },
  {
    id: "neurite",
    name: named.neurite,
    weights: derived(
      words.scale.weightsOf(named.neurite),
      neuriteLayers.reduce((sum, { value }) => sum + value, 0),
      () => neuriteLayers.flatMap((layer, i) => (i === 0 ? [layer] : ["+", layer])),
      { text: "4801" },
    ),
  },
  published("lenet", 60e3),
  published("alexnet", 60e6),
  published("gpt2", 1.5e9),
  gpt3,
];

/** How many of the article's networks have as many weights as GPT-3, which is what the reader is asked. */
const times = gpt3.weights.value / articleWeights.value;
export const timesAsMany = derived(words.scale.timesAsMany, times, () => [gpt3.weights, "/", articleWeights], {
  text: countText(Number(times.toPrecision(2))),
});

/** What GPT-3's training took: additions and multiplications, each one operation. */
export const trainingOperations = given(
  words.scale.trainingOperations,
  3.14e23,
  words.scale.sources.training,
  "3.14·10²³",
);
