import {
  type Loss,
  type Metric,
  type Minimizer,
  numberOption,
  type Optimizer,
  partOption,
  type Schedule,
  type Snapshot,
} from "@neurite/plugin";
import { type Backend, type DType, NeuriteError } from "@neurite/tensor";
import type { WeightAverage } from "../averaging/weight-average";
import type { Clipping } from "../clipping/clipping";
import type { Data } from "../data";
import { checkMetrics } from "../scores";
import { type Checkpoint, checkCheckpoint } from "./checkpoint";
import { checkEarlyStopping, type EarlyStopping } from "./early-stopping";
import type { Epoch, Progress } from "./history";
import { checkReduceOnPlateau, type ReduceOnPlateau } from "./reduce-on-plateau";

/** How `fit` trains. */
export interface FitOptions {
  /** How wrong a prediction is; one for each output of the network. */
  readonly loss: Loss | readonly Loss[];
  /** The rule that moves the weights. A minimizer, such as `lbfgs()`, looks at all rows in each of its steps, which are the epochs. */
  readonly optimizer: Optimizer | Minimizer;
  /** How often all rows are learnt from. */
  readonly epochs: number;
  /** The size of a step; 0.001 unless told otherwise. */
  readonly learningRate?: number;
  /** What the learning rate is multiplied by, step by step. */
  readonly schedule?: Schedule;
  /** Lowers the learning rate where nothing gets better. */
  readonly reduceOnPlateau?: ReduceOnPlateau;
  /** Rows in a step; 32 unless told otherwise. A last batch of one row joins the one before. */
  readonly batchSize?: number;
  /** In how many parts, one after the other, a batch passes through the network: memory for one part is enough. 1 unless told otherwise. */
  readonly microBatches?: number;
  /** Bounds the gradients before the optimizer sees them. */
  readonly clipping?: Clipping;
  /** Averages the weights over the steps; validation, best weights and the model then have the averages. */
  readonly average?: WeightAverage;
  /** The share of rows, chosen by the seed, that is held back to validate on: from 0 up to but not including 1. */
  readonly validationSplit?: number;
  /** Rows to validate on, instead of a share of the training rows. */
  readonly validationData?: Data;
  /** Scores on the validation rows after each epoch. */
  readonly metrics?: readonly Metric[];
  /** Whether each epoch takes the rows in another order; true unless told otherwise. */
  readonly shuffle?: boolean;
  /** Decides initial weights, order and dropout; 0 unless told otherwise. */
  readonly seed?: number;
  readonly earlyStopping?: EarlyStopping;
  /** Whether the model gets the weights of its best epoch, by the number named; with `earlyStopping` its `restoreBest` says so. */
  readonly keepBest?: boolean | { readonly monitor?: string };
  /**
   * Seconds after which the training ends, from the call of `fit` on: the model has the weights of the best epoch where there are validation
   * rows, else those of the last step.
   */
  readonly timeBudget?: number;
  /** Hands out snapshots along the way, to be kept in case the process dies. */
  readonly checkpoint?: Checkpoint;
  /** Ends the training between two steps; the model so far comes back. */
  readonly signal?: AbortSignal;
  /** Called several times a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called after each epoch; a promise is waited for. */
  readonly onEpoch?: (epoch: Epoch) => void | Promise<void>;
  /** Gets each warning, such as one of dead units; `console.warn` shows it unless told otherwise. */
  readonly onWarning?: (message: string) => void;
  /** The dtype of weights and arithmetic; float32 unless told otherwise. */
  readonly dtype?: DType;
  /** What it is trained on; the compiled engine where it can run (or what the model runs on), unless told otherwise. */
  readonly backend?: Backend;
  /** Goes on where another training ended, with the same data and options, as if it had never stopped. */
  readonly from?: Snapshot;
}

/** A loss for each output. */
export function lossesOf({ loss }: Pick<FitOptions, "loss">): readonly Loss[] {
  return (Array.isArray(loss) ? loss : [loss]) as readonly Loss[];
}

/** Refuses options that cannot mean anything. */
export function checkFitOptions(options: FitOptions): void {
  checkNames(options);
  const { optimizer, metrics = [], schedule, clipping, average } = options;
  for (const loss of lossesOf(options)) partOption("fit", "loss", loss, "apply");
  const driven = typeof optimizer === "object" && optimizer !== null && optimizer.mode === "full";
  partOption("fit", "optimizer", optimizer, driven ? "steps" : "update");
  for (const metric of metrics) partOption("fit", "metrics", metric, "compute");
  checkMetrics("fit", metrics);
  if (schedule !== undefined) partOption("fit", "schedule", schedule, "apply");
  if (clipping !== undefined) functionOption("clipping", clipping, "apply", "clipByGlobalNorm(1)");
  if (average !== undefined) functionOption("average", average, "update", "exponentialMovingAverage()");
  const { epochs, learningRate = 1e-3, batchSize = 32, microBatches = 1, validationSplit = 0, seed = 0 } = options;
  const check = (name: string, n: number, expected: string, holds: (n: number) => boolean) =>
    numberOption("fit", name, n, expected, holds);
  const count = (n: number) => Number.isSafeInteger(n) && n >= 1;
  check("epochs", epochs, "a whole number from 0 up", (n) => Number.isSafeInteger(n) && n >= 0);
  check("batchSize", batchSize, "a whole number from 1 up", count);
  const divides = (n: number) => count(n) && batchSize % n === 0;
  check("microBatches", microBatches, `a whole number that divides the batchSize of ${batchSize}`, divides);
  check("seed", seed, "a whole number", Number.isSafeInteger);
  check("learningRate", learningRate, "a number above 0", (n) => n > 0);
  check("validationSplit", validationSplit, "from 0 up to but not including 1", (n) => n >= 0 && n < 1);
  if (options.timeBudget !== undefined) check("timeBudget", options.timeBudget, "seconds above 0", (n) => n > 0);
  if (validationSplit > 0 && options.validationData) {
    throw new NeuriteError("bad-argument", "fit: validationSplit and validationData were both given. Use one of them.");
  }
  if (options.earlyStopping) checkEarlyStopping(options.earlyStopping);
  if (options.reduceOnPlateau) checkReduceOnPlateau(options.reduceOnPlateau);
  if (options.checkpoint) checkCheckpoint(options.checkpoint);
  if (driven) checkMinimizerOptions(options);
}

/** Options of training by steps mean nothing to a minimizer. */
function checkMinimizerOptions(options: FitOptions): void {
  const bySteps = [
    "learningRate",
    "schedule",
    "reduceOnPlateau",
    "batchSize",
    "microBatches",
    "clipping",
    "average",
  ] as const;
  const stray = bySteps.find((name) => options[name] !== undefined);
  if (stray === undefined) return;
  throw new NeuriteError(
    "bad-argument",
    `fit: "${stray}" is for optimizers by steps, but ${options.optimizer.kind} drives itself over all rows. Leave it out, or use adam.`,
  );
}

function functionOption(name: string, given: object, method: string, example: string): void {
  if (typeof given === "object" && given !== null && method in given) return;
  throw new NeuriteError(
    "bad-argument",
    `fit: "${name}" should be an object with the method ${method}, got ${typeof given}. Pass such a value, as ${example}.`,
  );
}

const optionNames: readonly (keyof FitOptions)[] = [
  ...(["loss", "optimizer", "epochs", "learningRate", "schedule", "reduceOnPlateau", "batchSize"] as const),
  ...(["microBatches", "clipping", "average", "validationSplit", "validationData", "metrics", "shuffle"] as const),
  ...(["seed", "earlyStopping", "keepBest", "timeBudget", "checkpoint", "signal", "onProgress", "onEpoch"] as const),
  ...(["onWarning", "dtype", "backend", "from"] as const),
];

/** Programs in JavaScript learn of a misspelt option here, not from a training that ignored it. */
function checkNames(options: unknown): void {
  const given = typeof options === "object" && options !== null ? Object.keys(options) : undefined;
  const stray = given?.find((name) => !(optionNames as readonly string[]).includes(name));
  if (given && stray === undefined) return;
  throw new NeuriteError(
    "bad-argument",
    `fit: ${given ? `there is no option "${stray}"` : `options should be an object, got ${String(options)}`}. The options are ${optionNames.join(", ")}.`,
  );
}
