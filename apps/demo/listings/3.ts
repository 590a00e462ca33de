// Chapter 3, one neuron. Needs Node and neurite: npm install neurite tsx, then npx tsx 3.ts
import {
  adam,
  createModel,
  dense,
  fit,
  leastSquares,
  meanSquaredError,
  normal,
  predictLinear,
  sequential,
  tanh,
  tensor,
} from "neurite";

const corners = [
  [-1, 1],
  [1, 1],
  [-1, -1],
  [1, -1],
];
const names = ["poor and retired", "rich and retired", "poor and working", "rich and working"];

/** What a neuron answers in the corners. */
function neuron(weights: readonly number[], bias: number) {
  const model = createModel(dense({ units: 1, activation: tanh }), {
    inputs: [2],
    dtype: "float64",
    weights: new Map([
      ["weights", tensor.value(Float64Array.from(weights), { shape: [2, 1] })],
      ["bias", tensor.value(Float64Array.of(bias), { shape: [1] })],
    ]),
  });
  return [...model.predict(corners).data];
}

const first = neuron([1.5, -1.5], -1.5);
const second = neuron([-1.5, 1.5], -1.5);
first.forEach((one, i) => {
  const both = one + (second[i] ?? 0) + 1;
  console.log(`${names[i]}: one neuron ${one.toFixed(3)}, two added up ${both.toFixed(3)}`);
});

// The table: what the line, one neuron and two neurons reach on rows that were held out.
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
  const mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4) - 1.2 * (retired - 0.4) * (balance - 25);
  return { age, balance, retired, transactions: Math.max(0, Math.floor(mean + 3 * noise + 0.5)) };
}

const u = mulberry32(7);
const rows = Array.from({ length: 400 }, () => customer(u));
const train = rows.slice(0, 300);
const heldOut = rows.slice(300);

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const targets = heldOut.map(({ transactions }) => transactions);
/** From predictions of the rows that were held out. */
function r2(predicted: ArrayLike<number>) {
  const squares = (from: (row: number) => number) => meanOf(targets.map((y, row) => (y - from(row)) ** 2));
  return 1 - squares((row) => predicted[row] ?? 0) / squares(() => meanOf(targets));
}

const columns = (part: typeof rows) =>
  new Map((["age", "balance", "retired"] as const).map((name) => [name, part.map((row) => row[name])]));
const line = leastSquares(
  columns(train),
  train.map(({ transactions }) => transactions),
);
console.log(`held-out R2 of the line: ${r2(predictLinear(line, columns(heldOut))).toFixed(3)}`);

/** About the mean of the training rows, in units of their spread. */
function standard(name: "balance" | "retired" | "transactions") {
  const mean = meanOf(train.map((row) => row[name]));
  const deviation = Math.sqrt(meanOf(train.map((row) => (row[name] - mean) ** 2)));
  return { mean, deviation, of: (row: (typeof rows)[number]) => (row[name] - mean) / deviation };
}

const [balance, retired, transactions] = [standard("balance"), standard("retired"), standard("transactions")];
const inputs = (part: typeof rows) => part.map((row) => [balance.of(row), retired.of(row)]);
const data = { inputs: inputs(train), targets: train.map((row) => [transactions.of(row)]) };

/** 1500 steps of Adam at 0.03 on all training rows: the squares left there, and the answers for the held-out rows. */
async function trained(units: number, seed: number) {
  const start = (fanIn: number) => ({ weightsInitializer: normal({ standardDeviation: 1 / Math.sqrt(fanIn) }) });
  const layers = [dense({ units, activation: tanh, ...start(2) }), dense({ units: 1, ...start(units) })];
  const { model } = await fit(sequential(layers), data, {
    loss: meanSquaredError,
    optimizer: adam(),
    learningRate: 0.03,
    epochs: 1500,
    batchSize: 300,
    shuffle: false,
    dtype: "float64",
    seed,
  });
  return { left: model.evaluate(data, { loss: meanSquaredError }).loss, answers: model.predict(inputs(heldOut)).data };
}

for (const units of [1, 2]) {
  const seeds = Array.from({ length: 10 }, (_, i) => i + 1);
  const starts = await Promise.all(seeds.map((seed) => trained(units, seed)));
  // of ten starts, the one that fits the training rows best
  const best = starts.reduce((a, b) => (b.left < a.left ? b : a));
  const predicted = Array.from(best.answers, (answer) => transactions.mean + transactions.deviation * answer);
  console.log(`held-out R2 of neurons, ${units}: ${r2(predicted).toFixed(3)}`);
}
