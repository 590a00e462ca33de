import { type Loss, type Metric, numberOption, type Optimizer, partOption, type Snapshot } from "@neurite/plugin";
import { type Backend, type DType, NeuriteError } from "@neurite/tensor";
import type { Data } from "../data";
import { checkEarlyStopping, type EarlyStopping } from "./early-stopping";
import type { Epoch, Progress } from "./history";

/** How `fit` trains. */
export interface FitOptions {
  /** How wrong a prediction is; one for each output of the network. */
  readonly loss: Loss | readonly Loss[];
  readonly optimizer: Optimizer;
  /** How often all rows are learnt from. */
  readonly epochs: number;
  /** The size of a step; 0.001 unless told otherwise. */
  readonly learningRate?: number;
  /** Rows in a step; 32 unless told otherwise. A last batch of one row joins the one before. */
  readonly batchSize?: number;
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
  /** Ends the training between two steps; the model so far comes back. */
  readonly signal?: AbortSignal;
  /** Called several times a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called after each epoch. */
  readonly onEpoch?: (epoch: Epoch) => void;
  /** The dtype of weights and arithmetic; float32 unless told otherwise. */
  readonly dtype?: DType;
  /** What it is trained on; the compiled engine where it can run (or what the model runs on), unless told otherwise. */
  readonly backend?: Backend;
  /** Goes on where another training ended, with the same data and options, as if it had never stopped. */
  readonly from?: Snapshot;
}

/** A loss for each output. */
export function lossesOf({ loss }: FitOptions): readonly Loss[] {
  return (Array.isArray(loss) ? loss : [loss]) as readonly Loss[];
}

/** Refuses options that cannot mean anything. */
export function checkFitOptions(options: FitOptions): void {
  checkNames(options);
  const { optimizer, metrics = [] } = options;
  for (const loss of lossesOf(options)) partOption("fit", "loss", loss, "apply");
  partOption("fit", "optimizer", optimizer, "update");
  for (const metric of metrics) partOption("fit", "metrics", metric, "compute");
  const { epochs, learningRate = 1e-3, batchSize = 32, validationSplit = 0, seed = 0 } = options;
  const check = (name: string, n: number, expected: string, holds: (n: number) => boolean) =>
    numberOption("fit", name, n, expected, holds);
  check("epochs", epochs, "a whole number from 0 up", (n) => Number.isSafeInteger(n) && n >= 0);
  check("batchSize", batchSize, "a whole number from 1 up", (n) => Number.isSafeInteger(n) && n >= 1);
  check("seed", seed, "a whole number", Number.isSafeInteger);
  check("learningRate", learningRate, "a number above 0", (n) => n > 0);
  check("validationSplit", validationSplit, "from 0 up to but not including 1", (n) => n >= 0 && n < 1);
  if (validationSplit > 0 && options.validationData) {
    throw new NeuriteError("bad-argument", "fit: validationSplit and validationData were both given. Use one of them.");
  }
  if (options.earlyStopping) checkEarlyStopping(options.earlyStopping);
}

const optionNames: readonly (keyof FitOptions)[] = [
  ...(["loss", "optimizer", "epochs", "learningRate", "batchSize", "validationSplit", "validationData"] as const),
  ...(["metrics", "shuffle", "seed", "earlyStopping", "signal", "onProgress", "onEpoch"] as const),
  ...(["dtype", "backend", "from"] as const),
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
