// The networks that are trained everywhere. All numbers come from whole ones, so that the data is the same wherever it is made.
import {
  adam,
  batchNormalization,
  categoricalCrossEntropy,
  concatenate,
  connect,
  type Data,
  dense,
  dropout,
  embedding,
  type FitOptions,
  type fit,
  flatten,
  gelu,
  graph,
  huber,
  inputPoint,
  layerNormalization,
  meanSquaredError,
  relu,
  sequential,
  sgd,
  softmax,
  tanh,
} from "neurite";

/** What one call of `fit` takes. */
export interface Case {
  readonly name: string;
  readonly network: Parameters<typeof fit>[0];
  readonly data: Data;
  readonly options: FitOptions;
}

const [rows, columns, categories] = [231, 5, 12] as const;

/** Whole numbers from 0 to 2^16 - 1: the upper half of a linear congruential generator. */
function wholeNumbers(count: number, seed: number): number[] {
  let at = seed;
  return Array.from({ length: count }, () => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    return at >>> 16;
  });
}

function table() {
  const numbers = wholeNumbers(rows * columns, 1).map((n) => n / 32768 - 1);
  const category = wholeNumbers(rows, 2).map((n) => n % categories);
  const at = (row: number, column: number) => numbers[row * columns + column] ?? 0;
  const target = category.map((c, row) => at(row, 0) * at(row, 1) + (c % 3) * at(row, 2));
  return { numbers, category, target };
}

/** The cases; made anew by each call. */
export function cases(): readonly Case[] {
  const { numbers, category, target } = table();
  const numberRows = { shape: [rows, columns], dtype: "float32", data: Float32Array.from(numbers) } as const;
  const categoryRows = { shape: [rows, 1], dtype: "int32", data: Int32Array.from(category) } as const;
  const targetRows = { shape: [rows, 1], dtype: "float32", data: Float32Array.from(target) } as const;
  const classes = Float32Array.from({ length: rows * 3 }, (_, i) =>
    i % 3 === (category[Math.floor(i / 3)] ?? 0) % 3 ? 1 : 0,
  );
  return [
    {
      name: "two inputs, embedding, batch normalisation, dropout, adam; a short last batch",
      network: twoInputs(),
      data: { inputs: [numberRows, categoryRows], targets: targetRows },
      options: {
        loss: meanSquaredError,
        optimizer: adam(),
        learningRate: 0.01,
        batchSize: 64,
        validationSplit: 0.1,
        epochs: 12,
        seed: 7,
      },
    },
    {
      name: "layer normalisation, gelu, dropout, softmax, sgd with momentum",
      network: sequential([
        dense({ units: 64, activation: gelu() }),
        layerNormalization(),
        dropout({ rate: 0.25 }),
        dense({ units: 64, activation: gelu({ approximate: "tanh" }) }),
        dense({ units: 3, activation: softmax() }),
      ]),
      data: { inputs: numberRows, targets: { shape: [rows, 3], dtype: "float32", data: classes } },
      options: {
        loss: categoricalCrossEntropy(),
        optimizer: sgd({ momentum: 0.9, nesterov: true }),
        learningRate: 0.05,
        batchSize: 32,
        epochs: 8,
        seed: 8,
      },
    },
    {
      name: "float64, batch normalisation, dropout, adam",
      network: sequential([
        dense({ units: 48, activation: tanh }),
        batchNormalization(),
        dropout({ rate: 0.1 }),
        dense({ units: 32, activation: relu }),
        dense({ units: 1 }),
      ]),
      data: { inputs: numberRows, targets: targetRows },
      options: {
        loss: huber(),
        optimizer: adam(),
        learningRate: 0.005,
        batchSize: 50,
        validationSplit: 0.2,
        epochs: 8,
        seed: 9,
        dtype: "float64",
      },
    },
  ];
}

function twoInputs() {
  const [numbers, category] = [inputPoint(), inputPoint()];
  const left = [dense({ units: 64, activation: relu }), batchNormalization(), dropout({ rate: 0.2 })].reduce(
    (point, layer) => connect(layer, point),
    numbers,
  );
  const right = connect(flatten(), connect(embedding({ categories, units: 8 }), category));
  const joined = [dense({ units: 64, activation: tanh }), layerNormalization(), dense({ units: 1 })].reduce(
    (point, layer) => connect(layer, point),
    connect(concatenate(), left, right),
  );
  return graph({ inputs: [numbers, category], outputs: [joined] });
}
