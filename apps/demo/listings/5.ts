// Chapter 5, learning by repetition. Needs Node and neurite: npm install neurite tsx, then npx tsx 5.ts
import { createModel, dense, fit, meanSquaredError, r2, sequential, sgd, tanh, value } from "neurite";

/** Numbers in [0, 1), by Tommy Ettinger's generator. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function customer(u: () => number): readonly number[] {
  const age = Math.floor(30 + 55 * u());
  const balance = Math.floor(500 * u() + 0.5) / 10;
  const retired = u() < Math.min(1, Math.max(0, (age - 52) / 20)) ? 1 : 0;
  let noise = -6;
  for (let i = 0; i < 12; i++) noise += u();
  const mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4) - 1.2 * (retired - 0.4) * (balance - 25);
  return [balance, retired, Math.max(0, Math.floor(mean + 3 * noise + 0.5))];
}

const u = mulberry32(7);
const table = Array.from({ length: 400 }, () => customer(u));
const standards = [0, 1, 2].map((column) => {
  const cells = table.slice(0, 300).map((row) => row[column] ?? 0);
  const mean = cells.reduce((sum, x) => sum + x, 0) / 300;
  return { mean, deviation: Math.sqrt(cells.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 300) };
});
const rows = table.map((row) => standards.map(({ mean, deviation }, i) => ((row[i] ?? 0) - mean) / deviation));
const matrix = (part: readonly (readonly number[])[], from: number, to: number) =>
  value(
    part.map((row) => row.slice(from, to)),
    { dtype: "float64" },
  );
const data = { inputs: matrix(rows.slice(0, 300), 0, 2), targets: matrix(rows.slice(0, 300), 2, 3) };
const heldOut = { inputs: matrix(rows.slice(300), 0, 2), targets: matrix(rows.slice(300), 2, 3) };

const weight = (numbers: number[], ...shape: number[]) => value(new Float64Array(numbers), { shape });

/** Plain gradient descent on all 300 rows: R² on the other 100 after each step. */
async function train(output: number[], learningRate: number, steps: number): Promise<readonly number[]> {
  const model = createModel(sequential([dense({ units: 2, activation: tanh }), dense({ units: 1 })]), {
    inputs: [2],
    dtype: "float64",
    weights: new Map([
      ["0/dense/weights", weight([1, -1, 1, 1], 2, 2)],
      ["0/dense/bias", weight([0, 0], 2)],
      ["1/dense/weights", weight(output, 2, 1)],
      ["1/dense/bias", weight([0], 1)],
    ]),
  });
  const { history } = await fit(model, data, {
    loss: meanSquaredError,
    optimizer: sgd(),
    learningRate,
    batchSize: 300,
    shuffle: false,
    epochs: steps,
    validationData: heldOut,
    metrics: [r2],
  });
  const start = r2.compute(model.predict(heldOut.inputs), heldOut.targets) ?? Number.NaN;
  return [start, ...history.epochs.map(({ metrics }) => metrics?.r2 ?? Number.NaN)];
}

for (const [lane, output] of [
  ["A", [2, -1]],
  ["B", [2, 1]],
] as const) {
  const scores = await train([...output], 0.1, 600);
  const at = [0, 1, 2, 5, 10, 20, 50, 100, 200, 600].map((step) => `${scores[step]?.toFixed(3)} at ${step}`);
  console.log(`lane ${lane}: ${at.join(", ")}`);
}
for (const rate of [0.03, 0.1, 0.2, 0.25]) {
  const first = (await train([2, 1], rate, 600)).findIndex((score) => score >= 0.88);
  console.log(`lane B at a rate of ${rate}: 0.88 at step ${first}`);
}
