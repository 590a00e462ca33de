// What each chapter's listings should print, made of the recorded figures: so NumPy vouches for these.
import figures from "../../apps/demo/figures.json";
import type { Figure } from "../../apps/demo/src/figures/figure";

const { article, corners, crossing, lanes, lines, neuronBars, straightLine } = figures;
const text = ({ is }: Figure, digits: number) => is.toFixed(digits);
const tenths = ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"] as const;
const steps = [0, 1, 2, 5, 10, 20, 50, 100, 200, 600] as const;

/** By the number of the chapter; those of the sixth are published counts, and depend on the machine. */
export const listingTexts: Readonly<Record<string, readonly string[]>> = {
  1: [
    `mean square of the flat line ${text(straightLine["flat line: mean square"], 2)}, of the best line ${text(straightLine["age: mean square"], 3)}`,
    `transactions = ${text(straightLine["age: intercept"], 2)} + ${text(straightLine["age: age"], 4)} age`,
    `held-out R2 of age: ${text(lines["age, k = 0: held-out R²"], 3)}`,
    `held-out R2 of age, balance: ${text(lines["age, balance, k = 0: held-out R²"], 3)}`,
    `held-out R2 of age, retired: ${text(lines["age, retired, k = 0: held-out R²"], 3)}`,
    `held-out R2 of age, balance, retired: ${text(lines["straight line, k = 0: held-out R²"], 3)}`,
  ],
  2: [
    ...tenths.map((k) => {
      const [line, product] = [
        lines[`straight line, k = ${k}: held-out R²`],
        lines[`with product, k = ${k}: held-out R²`],
      ];
      const says = lines[`straight line, k = ${k}: balance`];
      return `k ${Number(k).toFixed(1)}: line ${text(line, 3)}, product ${text(product, 3)}, the line about balance ${text(says, 3)}`;
    }),
    `working ${text(crossing["working: intercept"], 2)} + ${text(crossing["working: balance"], 3)} balance, retired ${text(crossing["retired: intercept"], 2)} + ${text(crossing["retired: balance"], 3)} balance`,
    `they cross at ${text(crossing["lines cross at balance"], 1)}, held-out R2 ${text(crossing["two lines: held-out R²"], 3)}`,
    `parallel lines: held-out R2 ${text(lines["parallel lines, k = 1: held-out R²"], 3)}`,
    `the formula itself: held-out R2 ${text(lines["ceiling, k = 1: held-out R²"], 3)}`,
  ],
  3: [
    ...(["poor and retired", "rich and retired", "poor and working", "rich and working"] as const).map(
      (name) =>
        `${name}: one neuron ${text(corners[`one neuron: ${name}`], 3)}, two added up ${text(corners[`two neurons: ${name}`], 3)}`,
    ),
    `held-out R2 of the line: ${text(lines["straight line, k = 1: held-out R²"], 3)}`,
    `held-out R2 of neurons, 1: ${text(neuronBars["one neuron: held-out R²"], 3)}`,
    `held-out R2 of neurons, 2: ${text(neuronBars["two neurons: held-out R²"], 3)}`,
  ],
  4: [
    `output ${text(article.output, 10)}`,
    ...(["node_0", "node_1"] as const).map(
      (node) =>
        `${node}: sum ${text(article[`${node}: sum`], 4)}, tanh ${text(article[`${node}: tanh`], 10)}, product ${text(article[`${node}: product`], 10)}`,
    ),
    ...(["node_0", "node_1", "output"] as const).map(
      (node) =>
        `slopes of ${node}: ${text(article[`slope of ${node}, 0`], 4)}, ${text(article[`slope of ${node}, 1`], 4)}`,
    ),
    `node_1 learns ${text(article["node_1 learns so many times as fast"], 0)} times as fast as node_0`,
  ],
  5: [
    ...(["A", "B"] as const).map(
      (lane) =>
        `lane ${lane}: ${steps.map((step) => `${text(lanes[`lane ${lane}, step ${step}: held-out R²`], 3)} at ${step}`).join(", ")}`,
    ),
    ...(["0.03", "0.1", "0.2", "0.25"] as const).map(
      (rate) =>
        `lane B at a rate of ${rate}: 0.88 at step ${text(lanes[`lane B, rate ${rate}: first step with 0.88`], 0)}`,
    ),
  ],
};
