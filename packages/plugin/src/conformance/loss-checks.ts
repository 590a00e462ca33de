import {
  constant,
  type DType,
  evaluate,
  formatShape,
  gradient,
  input,
  type Tensor,
  type Value,
  write,
} from "@neurite/tensor";
import type { Loss } from "../training";
import type { Question } from "./backend-checks";
import type { Check } from "./finding";
import { type Differentiable, gradientFaults, slopesOf } from "./gradient-checks";
import { firstApart } from "./sample-values";

/** A prediction and a target that a loss takes, `[rows, ...]` in float64. */
export interface LossSample {
  readonly prediction: Value;
  readonly target: Value;
}

/** Two columns that are probabilities, with targets 0 and 1: most losses take them. */
export const defaultLossSample: LossSample = {
  prediction: { shape: [3, 2], dtype: "float64", data: Float64Array.of(0.2, 0.7, 0.6, 0.3, 0.4, 0.9) },
  target: { shape: [3, 2], dtype: "float64", data: Float64Array.of(0, 1, 1, 0, 0, 1) },
};

/** The checks of a loss: one finite number a row, of that row alone, with gradients that agree with differences. */
export function lossChecks(make: () => Loss, sample: LossSample): readonly Check[] {
  const of = () => differentiableLoss(make(), sample);
  return [
    { name: "one number a row", run: () => rowFaults(make, sample) },
    {
      name: "dtypes",
      run: () => (["float32", "float64"] as const).flatMap((dtype) => dtypeFaults(make(), sample, dtype)),
    },
    {
      name: "purity",
      run: () => {
        const loss = make();
        const [first, ...others] = [loss, loss, make()].map((each) => lossGraph(each, sample));
        return others.every((other) => other === first)
          ? []
          : ["applied twice, it builds two different graphs. Keep no state, and draw no unseeded random numbers."];
      },
    },
    { name: "gradient", run: () => gradientFaults(of()) },
    { name: "second order", run: () => gradientFaults(slopesOf(of())) },
    { name: "perfect prediction", run: () => perfectFaults(make(), sample) },
    { name: "both", run: () => independentFaults(make(), sample) },
    { name: "NaN", run: () => hiddenFaults(make(), sample) },
  ];
}

/** What a loss builds for a sample, as text. */
export function lossGraph(loss: Loss, sample: LossSample): string {
  const [prediction, target] = symbols(sample);
  return JSON.stringify(write({ inputs: [prediction, target], outputs: [loss.apply(prediction, target)] }));
}

function symbols({ prediction, target }: LossSample) {
  return [input("prediction", prediction), input("target", target)] as const;
}

function differentiableLoss(loss: Loss, sample: LossSample): Differentiable & { readonly rows: Tensor } {
  const [prediction, target] = symbols(sample);
  const values = new Map([
    [prediction, sample.prediction],
    [target, sample.target],
  ]);
  const rows = loss.apply(prediction, target);
  return { scalar: rows.sum(), rows, sources: [prediction], values };
}

const perRow = (loss: Loss, prediction: Value, target: Value) =>
  evaluate([loss.apply(constant(prediction), constant(target))])[0];

function rowFaults(make: () => Loss, { prediction, target }: LossSample): readonly string[] {
  const rows = prediction.shape[0] ?? 0;
  const together = perRow(make(), prediction, target);
  if (together.shape.length !== 1 || together.shape[0] !== rows) {
    return [
      `${rows} rows gave the shape ${formatShape(together.shape)}, not [${rows}]. Take the mean over all axes but the first.`,
    ];
  }
  const odd = together.data.findIndex((n: number) => !Number.isFinite(n));
  if (odd >= 0) return [`the loss of row ${odd} is ${together.data[odd]}.`];
  const alone = perRow(make(), firstRow(prediction), firstRow(target));
  return firstApart(alone.data, together.data.slice(0, 1), 1e-9) < 0
    ? []
    : [
        `the first row alone gives ${alone.data[0]}, among others ${together.data[0]}. A row's loss depends on that row alone; the mean over rows is taken outside.`,
      ];
}

function firstRow(value: Value): Value {
  const width = value.data.length / (value.shape[0] ?? 1);
  return { ...value, shape: [1, ...value.shape.slice(1)], data: value.data.slice(0, width) };
}

function inDtype({ prediction, target }: LossSample, dtype: DType): LossSample {
  const as = (value: Value): Value => {
    if (value.dtype !== "float64" || dtype === "float64") return value;
    return { shape: value.shape, dtype: "float32", data: Float32Array.from(value.data) };
  };
  return { prediction: as(prediction), target: as(target) };
}

/** The loss of each row, and its gradient. */
export function lossQuestion(loss: Loss, sample: LossSample, dtype: DType): Question {
  const { scalar, sources, values, rows } = differentiableLoss(loss, inDtype(sample, dtype));
  const results = [
    ["the loss", rows],
    ["the gradient", gradient(scalar, sources)[0] as Tensor],
  ] as const;
  return { where: "the sample", values, results };
}

function dtypeFaults(loss: Loss, sample: LossSample, dtype: DType): readonly string[] {
  const { prediction, target } = inDtype(sample, dtype);
  const { dtype: got } = perRow(loss, prediction, target);
  return got === dtype ? [] : [`for predictions in ${dtype} it gives ${got}. Leave the dtype as it comes in.`];
}

/** Whether the loss says anything of prediction and target: of other rows it has to be another one. */
function independentFaults(loss: Loss, { prediction, target }: LossSample): readonly string[] {
  const before = perRow(loss, prediction, target);
  const moved = {
    prediction: perRow(loss, nextRows(prediction), target),
    target: perRow(loss, prediction, nextRows(target)),
  };
  return Object.entries(moved).flatMap(([what, { data }]) =>
    data.some((n: number, i: number) => n !== before.data[i])
      ? []
      : [
          `each row keeps its loss when it gets the ${what} of another row. Use the ${what}, or hand a sample whose rows differ.`,
        ],
  );
}

/** Each row in the place of the one before it. */
function nextRows(value: Value): Value {
  const width = value.data.length / (value.shape[0] || 1);
  const data = value.data.slice();
  data.set(value.data.subarray(width));
  data.set(value.data.subarray(0, width), data.length - width);
  return { ...value, data };
}

/** A prediction of NaN must not get a finite loss, which would hide it from the guard of a training. */
function hiddenFaults(loss: Loss, { prediction, target }: LossSample): readonly string[] {
  const broken = { ...prediction, data: prediction.data.slice().fill(Number.NaN) };
  const { data } = perRow(loss, broken, target);
  const row = data.findIndex((n: number) => Number.isFinite(n));
  return row < 0
    ? []
    : [
        `where the prediction is NaN, the loss of row ${row} is ${data[row]}: a broken value would be hidden. Let NaN through.`,
      ];
}

/** Where the prediction is the target, which training aims at, neither the loss nor its gradient may be NaN. */
function perfectFaults(loss: Loss, { prediction, target }: LossSample): readonly string[] {
  if (target.dtype !== prediction.dtype || formatShape(target.shape) !== formatShape(prediction.shape)) return [];
  const p = constant(target);
  const cost = loss.apply(p, constant(target));
  const [values, slopes] = evaluate([cost, gradient(cost.sum(), [p])[0]]);
  const broken = [values, slopes].findIndex(({ data }) => data.some((n: number) => Number.isNaN(n)));
  return broken < 0
    ? []
    : [
        `where the prediction is the target, ${broken === 0 ? "the loss" : "the gradient"} is NaN. Keep sqrt and log from 0.`,
      ];
}
