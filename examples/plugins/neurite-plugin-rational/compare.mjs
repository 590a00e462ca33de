// Does it help? `npm run compare` prints the table of the README: errors on rows that training has not seen.
// What is predicted is a usual trial of regressions, from Friedman, "Multivariate adaptive regression splines" (1991), section 4.3:
// y = 10 sin(π a b) + 20 (c - ½)² + 10 d + 5 e + noise, and five columns that mean nothing. The noise alone is an error of 1.
import { seedKey, uniformAt } from "@neurite/tensor";
import { fitTable, gelu, relu } from "neurite";
import { pade } from "./dist/index.js";

const key = seedKey(7);
const rows = Array.from({ length: 2000 }, (_, row) => {
  const at = (i) => uniformAt(key, 32 * row + i);
  const [a, b, c, d, e, f, g, h, i, j] = Array.from({ length: 10 }, (_, column) => at(column));
  // the sum of twelve such numbers less 6 has the variance 1, and is nearly normal
  const noise = Array.from({ length: 12 }, (_, part) => at(16 + part)).reduce((sum, part) => sum + part, -6);
  const y = 10 * Math.sin(Math.PI * a * b) + 20 * (c - 0.5) ** 2 + 10 * d + 5 * e + noise;
  return { a, b, c, d, e, f, g, h, i, j, y };
});
const activations = {
  gelu: gelu(),
  relu,
  "pade()": pade(),
  "pade({ perColumn: true })": pade({ perColumn: true }),
  'pade({ start: "leakyRelu" })': pade({ start: "leakyRelu" }),
};
const networks = [[8], [16, 16], [64, 64]];

/** The mean of the errors (RMSE) for five seeds. */
async function errorOf(activation, units) {
  let sum = 0;
  for (const seed of [0, 1, 2, 3, 4]) {
    const { scores } = await fitTable(rows, { target: "y", activation, units, seed });
    sum += scores.network.rmse;
  }
  return sum / 5;
}

const line = (...cells) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
line("activation", ...networks.map((units) => `${units.join(" and ")} units`));
line("---", ...networks.map(() => "---"));
for (const [name, activation] of Object.entries(activations)) {
  const errors = [];
  for (const units of networks) errors.push((await errorOf(activation, units)).toFixed(2));
  line(`\`${name}\``, ...errors);
}
