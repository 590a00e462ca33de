import { type AnyLayer, type Loss, numberOption, type Optimizer, type Schedule } from "@neurite/plugin";
import { type Backend, type DType, naturalLog, value } from "@neurite/tensor";
import type { Data } from "../data";
import { checkTargets } from "../losses-per-row";
import type { Model } from "../model";
import { positiveOption } from "../positive-option";
import { checkFitOptions, lossesOf } from "./fit-options";
import { prepareData } from "./prepare-data";
import { pause } from "./slices";
import { dtypeOf, startModel } from "./start-model";
import { control } from "./step";
import { type Compiled, compileTraining, epochOrder } from "./training";

/** How the range of learning rates is tried. */
export interface FindLearningRateOptions {
  readonly loss: Loss | readonly Loss[];
  readonly optimizer: Optimizer;
  /** The first learning rate; 1e-6 unless told otherwise. */
  readonly from?: number;
  /** The last one; 10 unless told otherwise. */
  readonly to?: number;
  /** How many are tried, each for one step; 100 unless told otherwise. */
  readonly steps?: number;
  /** Rows in a step; 32 unless told otherwise. */
  readonly batchSize?: number;
  readonly seed?: number;
  readonly dtype?: DType;
  readonly backend?: Backend;
}

/** One learning rate that was tried. */
export interface TriedRate {
  readonly learningRate: number;
  /** The loss of the batch before its step was made. */
  readonly loss: number;
  /** The losses so far, averaged: `0.9 · past + 0.1 · now`, corrected for the start. */
  readonly smoothLoss: number;
}

/** What the search found. */
export interface LearningRateCurve {
  /** In the order of growing rates, up to where the loss blew up. */
  readonly curve: readonly TriedRate[];
  /** Where the smooth loss falls fastest; `null` where it never falls. */
  readonly suggestion: number | null;
}

const memory = 0.9;
/** A loss so many times above the best one has blown up. */
const blownUp = 4;

/**
 * Tries learning rates from small to large, one a step, and tells the loss of each: the learning-rate range test.
 *
 * The rates grow by one factor a step, on copies of the weights: the network or model that is passed stays as it is. It ends early where the
 * smooth loss is 4 times the best one, or no longer finite. The suggestion is the rate at which the smooth loss falls fastest over the logarithm of
 * the rate, before its lowest point. Throws as `fit`; `bad-argument` where the rates do not grow.
 * Source: Smith, "Cyclical learning rates for training neural networks" (2017).
 *
 * @example
 * ```ts
 * import { dense } from "@neurite/layers";
 * import { findLearningRate, meanSquaredError, sequential, sgd } from "@neurite/network";
 *
 * const inputs = Array.from({ length: 64 }, (_, i) => [i / 32 - 1]);
 * const targets = inputs.map(([x = 0]) => [3 * x + 1]);
 * const { curve, suggestion } = await findLearningRate(sequential([dense({ units: 1 })]), { inputs, targets }, {
 *   loss: meanSquaredError, optimizer: sgd(), steps: 50,
 * });
 * console.log(curve[0]?.learningRate, (suggestion ?? 0) > 0.001 && (suggestion ?? 0) < 2); // → 0.000001 true
 * ```
 */
export async function findLearningRate(
  network: AnyLayer | Model,
  data: Data,
  options: FindLearningRateOptions,
): Promise<LearningRateCurve> {
  const { from = 1e-6, to = 10, steps = 100, batchSize = 32, seed = 0, loss, optimizer } = options;
  checkFitOptions({ loss, optimizer, epochs: 1, batchSize, seed });
  positiveOption("findLearningRate", "from", from);
  numberOption("findLearningRate", "to", to, `a number above "from" (${from})`, (n) => n > from);
  numberOption("findLearningRate", "steps", steps, "a whole number from 10 up", (n) => Number.isInteger(n) && n >= 10);
  const prepared = prepareData("findLearningRate", data, dtypeOf(network, options));
  const model = startModel(network, prepared, seed, options);
  checkTargets(lossesOf({ loss }), model.outputs, prepared.targets);
  const growth = naturalLog(to / from) / (steps - 1);
  const schedule: Schedule = { kind: "rangeTest", apply: (step) => step.mul(growth).exp() };
  const size = Math.min(batchSize, prepared.rows);
  const plan = { loss, optimizer, epochs: 1, batchSize: size, schedule, learningRate: from };
  const compiled = compileTraining(model, prepared, false, plan, seed);
  const curve = await tryRates(compiled, prepared.rows, steps, seed);
  return { curve, suggestion: steepest(curve) };
}

async function tryRates(
  { executable, steps: { full } }: Compiled,
  rows: number,
  steps: number,
  seed: number,
): Promise<readonly TriedRate[]> {
  const number = (name: string) => executable.read(name).data[0] as number;
  const entry = full > 0 ? "step" : "tail";
  const perEpoch = Math.max(1, full);
  const curve: TriedRate[] = [];
  let smooth = 0;
  let correction = 1;
  let best = Number.POSITIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    if (step % perEpoch === 0) {
      executable.write(control.order, value(epochOrder(seed, 1 + step / perEpoch, rows)));
      executable.write(control.cursor, value(0, { dtype: "int32" }));
    }
    executable.write(control.lossSum, value(0, { dtype: "float64" }));
    executable.write(control.weightSum, value(0, { dtype: "float64" }));
    if (executable.repeat(entry, 1) < 1) break; // no longer finite
    const loss = number(control.lossSum) / Math.max(Number.MIN_VALUE, number(control.weightSum));
    smooth = memory * smooth + (1 - memory) * loss;
    correction *= memory;
    const smoothLoss = smooth / (1 - correction);
    curve.push({ learningRate: number(control.scheduledRate), loss, smoothLoss });
    if (step > 0 && smoothLoss > blownUp * best) break;
    best = Math.min(best, smoothLoss);
    if (step % 8 === 7) await pause();
  }
  return curve;
}

/** The rate around which the smooth loss falls fastest, up to its lowest point. Rates are equally far apart in their logarithm. */
function steepest(curve: readonly TriedRate[]): number | null {
  const losses = curve.map(({ smoothLoss }) => smoothLoss);
  const lowest = losses.indexOf(Math.min(...losses));
  const around = Math.max(1, Math.floor(curve.length / 10)); // neighbours alone would follow the luck of single batches
  let [fall, suggestion]: [number, number | null] = [0, null];
  for (let i = around; i + around <= Math.max(lowest, around); i++) {
    const [before, here, after] = [losses[i - around], curve[i], losses[i + around]];
    const now = (before ?? 0) - (after ?? 0);
    if (here && after !== undefined && now > fall) [fall, suggestion] = [now, here.learningRate];
  }
  return suggestion;
}
