// Chapter 1, the straight line. Needs Node and neurite: npm install neurite tsx, then npx tsx 1.ts
import { leastSquares, predictLinear } from "neurite";

/** Numbers in [0, 1), by Tommy Ettinger's generator. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function customer(u: () => number) {
  const age = Math.floor(30 + 55 * u());
  const balance = Math.floor(500 * u() + 0.5) / 10;
  const retired = u() < Math.min(1, Math.max(0, (age - 52) / 20)) ? 1 : 0;
  let noise = -6;
  for (let i = 0; i < 12; i++) noise += u();
  const mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4);
  return { age, balance, retired, transactions: Math.max(0, Math.floor(mean + 3 * noise + 0.5)) };
}

type Rows = readonly ReturnType<typeof customer>[];
type Column = "age" | "balance" | "retired";

const u = mulberry32(7);
const rows: Rows = Array.from({ length: 400 }, () => customer(u));
const train = rows.slice(0, 300);
const heldOut = rows.slice(300);

const targets = (part: Rows) => part.map(({ transactions }) => transactions);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanSquare = (part: Rows, predicted: ArrayLike<number>) =>
  mean(targets(part).map((y, row) => (y - (predicted[row] as number)) ** 2));
const flat = (part: Rows) => meanSquare(part, Array(part.length).fill(mean(targets(part))));

/** Least squares on the training rows: the mean square there, R² on the others, the line itself. */
function fit(names: readonly Column[]) {
  const columns = (part: Rows) => new Map(names.map((name) => [name, part.map((row) => row[name])]));
  const line = leastSquares(columns(train), targets(train));
  const left = (part: Rows) => meanSquare(part, predictLinear(line, columns(part)));
  return { left: left(train), r2: 1 - left(heldOut) / flat(heldOut), line };
}

const { left, line } = fit(["age"]);
console.log(`mean square of the flat line ${flat(train).toFixed(2)}, of the best line ${left.toFixed(3)}`);
console.log(`transactions = ${line.intercept?.toFixed(2)} + ${line.coefficients[0]?.estimate.toFixed(4)} age`);
const choices: readonly Column[][] = [["age"], ["age", "balance"], ["age", "retired"], ["age", "balance", "retired"]];
for (const names of choices) console.log(`held-out R2 of ${names.join(", ")}: ${fit(names).r2.toFixed(3)}`);
