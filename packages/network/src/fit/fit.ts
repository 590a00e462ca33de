import type { AnyLayer, Json, Metric, Snapshot } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { type Data, rowType } from "../data";
import { checkTargets } from "../losses-per-row";
import { createModel, type Model, withWeights } from "../model";
import { scoresOf } from "../scores";
import { nothingWatched, type Watched, watch } from "./early-stopping";
import { checkFitOptions, type FitOptions, lossesOf } from "./fit-options";
import type { Ending, Epoch, History } from "./history";
import { holdBack, type Prepared, prepareData } from "./prepare-data";
import { createTraining, type Training } from "./training";

/** What a training gives. */
export interface Fitted {
  readonly model: Model;
  readonly history: History;
  /** Everything needed to go on: pass it as `from`. */
  readonly snapshot: Snapshot;
}

/** What `fit` keeps between epochs besides the program's state; part of a snapshot. */
interface Controller {
  readonly watched: Watched;
  readonly epochs: readonly Epoch[];
}

/**
 * Trains a network, or goes on with a model.
 *
 * Rows are taken in a new order each epoch, `batchSize` at a time; each step lowers the mean loss (plus penalties) by the optimizer's rule.
 * Between slices of some milliseconds the event loop gets its turn, so a page stays alive and `signal` can end the training, also within an epoch:
 * the model so far comes back, its best epoch's weights under early stopping.
 *
 * Throws `bad-data` for data that does not fit, `not-finite` where the loss or a gradient becomes NaN or infinite, naming epoch, batch and layer.
 *
 * @example
 * ```ts
 * import { tanh } from "@neurite/activations";
 * import { dense } from "@neurite/layers";
 * import { adam, fit, meanSquaredError, sequential } from "@neurite/network";
 *
 * const network = sequential([dense({ units: 4, activation: tanh }), dense({ units: 1 })]);
 * const inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
 * const targets = [[0], [1], [1], [0]];
 * const { model } = await fit(network, { inputs, targets }, {
 *   loss: meanSquaredError, optimizer: adam(), learningRate: 0.05, epochs: 500, seed: 1,
 * });
 * console.log([...model.predict(inputs).data].map((y) => y > 0.5)); // → [ false, true, true, false ]
 * ```
 */
export async function fit(network: AnyLayer | Model, data: Data, options: FitOptions): Promise<Fitted> {
  checkFitOptions(options);
  const seed = options.seed ?? options.from?.seed ?? 0;
  if (options.from && options.from.seed !== seed) {
    throw new NeuriteError(
      "bad-argument",
      `fit: the snapshot was made with seed ${options.from.seed}, got seed ${seed}. Leave "seed" out to go on.`,
    );
  }
  const given = "weights" in network ? network : undefined;
  const dtype = options.dtype ?? given?.dtype ?? "float32";
  const all = prepareData("fit", data, dtype);
  const split = holdBack(all, options.validationSplit ?? 0, seed);
  const validation = options.validationData
    ? prepareData("fit: validationData", options.validationData, dtype)
    : split.validation;
  const backend = options.backend ?? given?.backend;
  const start = createModel(given?.network ?? (network as AnyLayer), {
    inputs: all.inputs.map(rowType),
    dtype,
    seed,
    ...(given && { weights: given.weights }),
    ...(backend && { backend }),
  });
  const losses = lossesOf(options);
  for (const { targets } of [all, ...(validation ? [validation] : [])]) checkTargets(losses, start.outputs, targets);
  const training = createTraining(start, split.training, validation, options, seed);
  return run(start, training, validation, options, seed);
}

async function run(
  start: Model,
  training: Training,
  validation: Prepared | undefined,
  options: FitOptions,
  seed: number,
): Promise<Fitted> {
  const { earlyStopping, from } = options;
  const resumed = from?.controller as Controller | undefined;
  let watched = resumed?.watched ?? nothingWatched;
  let best = from?.best;
  const epochs = [...(resumed?.epochs ?? [])];
  const restore = earlyStopping !== undefined && (earlyStopping.restoreBest ?? true);
  const exhausted = () => earlyStopping && watched.wait >= (earlyStopping.patience ?? 10);
  const monitor = monitorOf(options, validation !== undefined);

  let ended: Ending = "epochs";
  while (epochs.length < options.epochs && ended === "epochs") {
    const epoch = epochs.length + 1;
    if (exhausted()) {
      ended = "earlyStopping";
    } else if (!(await training.runEpoch(epoch))) {
      ended = "aborted";
    } else {
      const record = scoreEpoch(training, epoch, validation, options);
      epochs.push(record);
      const before = watched;
      const minDelta = earlyStopping?.minDelta ?? 0;
      watched = watch(before, epoch, monitor.read(record), monitor.better, minDelta);
      if (restore && watched.wait === 0) best = training.weights();
      options.onEpoch?.(record);
    }
  }
  if (ended === "epochs" && exhausted() && epochs.length < options.epochs) ended = "earlyStopping";

  const weights = restore && best ? best : training.weights();
  const controller: Controller = { watched, epochs };
  const state = training.state();
  return {
    model: withWeights(start, weights),
    history: {
      epochs,
      bestEpoch: restore && best ? watched.bestEpoch : epochs.length,
      ended,
      seed,
      engine: start.backend.name,
    },
    snapshot: {
      format: 1,
      state,
      ...(best && { best }),
      epoch: epochs.length,
      step: state.get("train/step")?.data[0] ?? 0,
      seed,
      controller: controller as unknown as Json,
    },
  };
}

/** Loss and metrics after an epoch. */
function scoreEpoch(
  training: Training,
  epoch: number,
  validation: Prepared | undefined,
  { metrics = [] }: FitOptions,
): Epoch {
  const record = { epoch, loss: training.loss() };
  if (!validation) return record;
  const { targets, weights } = validation;
  const scores = scoresOf(training.validate(), targets, weights, metrics);
  return {
    ...record,
    validationLoss: scores.loss,
    ...(metrics.length > 0 && { metrics: scores.metrics }),
  };
}

/** The number that early stopping watches, and which way is better. */
function monitorOf({ earlyStopping, metrics = [] }: FitOptions, validated: boolean) {
  const name = earlyStopping?.monitor ?? (validated ? "validationLoss" : "loss");
  const metric: Metric | undefined = metrics.find(({ kind }) => kind === name);
  const known = validated ? ["loss", "validationLoss", ...metrics.map((m) => m.kind)] : ["loss"];
  if (!known.includes(name)) {
    throw new NeuriteError(
      "bad-argument",
      `fit: "earlyStopping.monitor" is ${JSON.stringify(name)}, there are ${known.join(", ")}. Pass the metric or validation rows, or watch another number.`,
    );
  }
  const read = (epoch: Epoch): number | null =>
    name === "loss"
      ? epoch.loss
      : name === "validationLoss"
        ? (epoch.validationLoss ?? null)
        : (epoch.metrics?.[name] ?? null);
  return { read, better: metric?.better ?? ("lower" as const) };
}
