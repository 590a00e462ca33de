import { gelu } from "@neurite/activations";
import type { Activation } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";

/** What may be told about the network and its training; the rest is chosen by the number of training rows. */
export interface TrainingOptions {
  /** The sizes of the hidden layers, `[]` for none; `[64, 64]` unless told otherwise. */
  readonly units?: readonly number[] | undefined;
  /** The activation of the hidden layers; `gelu()` unless told otherwise. */
  readonly activation?: Activation | undefined;
  /** The share of a hidden layer's outputs that is set to 0 while training; 0 unless told otherwise. */
  readonly dropout?: number | undefined;
  /** At most this many passes over the training rows, all stages together; as many as 300,000 rows take unless told otherwise, from 10 to 500. */
  readonly epochs?: number | undefined;
  /** Rows in a step; 64, below 4,000 training rows 32, unless told otherwise. */
  readonly batchSize?: number | undefined;
  /** The size of a step in the first stage; 0.005 unless told otherwise. Each of the two later stages has 0.3 of the one before. */
  readonly learningRate?: number | undefined;
  /** The share of the learning rate by which weights shrink in a step; 100 / training rows, at most 1, unless told otherwise. */
  readonly weightDecay?: number | undefined;
  /** After how many epochs without a better validation loss a stage ends; 8 unless told otherwise, more where 8 epochs have fewer than 100 steps. */
  readonly patience?: number | undefined;
}

/** All settings of a training. */
export type TrainingSettings = { readonly [K in keyof TrainingOptions]-?: Exclude<TrainingOptions[K], undefined> };

/** How many times all training rows together are learnt from. */
const rowBudget = 300_000;
/** Without validation rows nothing tells when to stop. */
const blindEpochs = 60;

/**
 * The settings for a number of training rows.
 *
 * Throws `bad-argument` for an option that cannot mean anything.
 */
export function trainingSettings(rows: number, validated: boolean, options: TrainingOptions): TrainingSettings {
  const batchSize = options.batchSize ?? (rows < 4000 ? 32 : 64);
  const planned = Math.min(500, Math.max(10, Math.ceil(rowBudget / Math.max(1, rows))));
  const epochs = options.epochs ?? (validated ? planned : Math.min(planned, blindEpochs));
  const settings: TrainingSettings = {
    units: options.units ?? [64, 64],
    activation: options.activation ?? gelu(),
    dropout: options.dropout ?? 0,
    epochs,
    batchSize,
    learningRate: options.learningRate ?? 0.005,
    weightDecay: options.weightDecay ?? Math.min(1, 100 / Math.max(1, rows)),
    patience: options.patience ?? Math.max(8, Math.ceil(100 / Math.max(1, Math.ceil(rows / batchSize)))),
  };
  checkSettings(settings);
  return settings;
}

function checkSettings({ units, dropout, epochs, batchSize, learningRate, weightDecay, patience }: TrainingSettings) {
  for (const size of units) expect("units", size, "whole numbers above 0", isCount(size));
  expect("dropout", dropout, "a number from 0 up to but not including 1", dropout >= 0 && dropout < 1);
  expect("epochs", epochs, "a whole number above 0", isCount(epochs));
  expect("batchSize", batchSize, "a whole number above 0", isCount(batchSize));
  expect("learningRate", learningRate, "a number above 0", learningRate > 0 && Number.isFinite(learningRate));
  expect("weightDecay", weightDecay, "a number from 0 up", weightDecay >= 0 && Number.isFinite(weightDecay));
  expect("patience", patience, "a whole number above 0", isCount(patience));
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n > 0;
}

function expect(name: string, got: number, expected: string, holds: boolean): void {
  if (holds) return;
  throw new NeuriteError(
    "bad-argument",
    `fitTable: "${name}" should be ${expected}, got ${got}. Leave it out for a value that fits the table.`,
  );
}
