import type { AnyLayer, Json, Snapshot } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import type { Data } from "../data";
import { checkTargets } from "../losses-per-row";
import { type Model, withWeights } from "../model";
import { scoresOf } from "../scores";
import { createCheckpoints } from "./checkpoint";
import { type Controller, controllerOf } from "./controller";
import { type Controls, createControls } from "./controls";
import { deadUnitsWarning, findDeadUnits } from "./dead-units";
import { createDeadline, type Deadline } from "./deadline";
import { checkFitOptions, type FitOptions, lossesOf } from "./fit-options";
import type { Ending, Epoch, History } from "./history";
import { checkMinimizable, createMinimization } from "./minimization";
import { holdBack, type Prepared, prepareData } from "./prepare-data";
import { dtypeOf, startModel } from "./start-model";
import { compileTraining, createTraining, type Training } from "./training";

/** What a training gives. */
export interface Fitted {
  readonly model: Model;
  readonly history: History;
  /** Everything needed to go on: pass it as `from`. */
  readonly snapshot: Snapshot;
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
  const deadline = createDeadline(options.signal, options.timeBudget);
  const seed = options.seed ?? options.from?.seed ?? 0;
  if (options.from && options.from.seed !== seed) {
    throw new NeuriteError(
      "bad-argument",
      `fit: the snapshot was made with seed ${options.from.seed}, got seed ${seed}. Leave "seed" out to go on.`,
    );
  }
  const dtype = dtypeOf(network, options);
  const all = prepareData("fit", data, dtype);
  const split = holdBack(all, options.validationSplit ?? 0, seed);
  const validation = options.validationData
    ? prepareData("fit: validationData", options.validationData, dtype)
    : split.validation;
  const start = startModel(network, all, seed, options);
  const losses = lossesOf(options);
  for (const { targets } of [all, ...(validation ? [validation] : [])]) checkTargets(losses, start.outputs, targets);
  const { optimizer, from } = options;
  const resumed = from && controllerOf(from);
  if (optimizer.mode === "full") checkMinimizable(start, optimizer);
  const compiled = compileTraining(start, split.training, validation !== undefined, options, seed);
  const training =
    optimizer.mode === "full"
      ? createMinimization(compiled, optimizer, start, validation, from, deadline)
      : createTraining(compiled, start, split.training, validation, options, seed, deadline);
  const controls = createControls(options, validation !== undefined, resumed?.controls);
  return run({
    start,
    training,
    data: split.training,
    validation,
    options,
    seed,
    deadline,
    controls,
    resumed: resumed?.epochs ?? [],
  });
}

/** Everything that a run of epochs works on. */
interface Session {
  readonly start: Model;
  readonly training: Training;
  readonly data: Prepared;
  readonly validation: Prepared | undefined;
  readonly options: FitOptions;
  readonly seed: number;
  readonly deadline: Deadline;
  readonly controls: Controls;
  /** Epochs that were made before. */
  readonly resumed: readonly Epoch[];
}

async function run({
  start,
  training,
  data,
  validation,
  options,
  seed,
  deadline,
  controls,
  resumed,
}: Session): Promise<Fitted> {
  const epochs = [...resumed];
  let best = options.from?.best;
  const takeSnapshot = (): Snapshot => {
    const state = training.state();
    const memory = training.memory();
    const controller: Controller = { epochs, controls: controls.memory(), ...(memory !== undefined && { memory }) };
    return {
      format: 1,
      state,
      ...(best && { best }),
      epoch: epochs.length,
      step: state.get("train/step")?.data[0] ?? 0,
      seed,
      controller: JSON.parse(JSON.stringify(controller)) as Json,
    };
  };
  const checkpoints = createCheckpoints(options.checkpoint, takeSnapshot);
  const rate = controls.learningRate();
  if (rate !== undefined) training.setLearningRate(rate);
  let validationTime = 0;
  let ended: Ending = "epochs";
  while (epochs.length < options.epochs && ended === "epochs") {
    const epoch = epochs.length + 1;
    if (controls.exhausted()) {
      ended = "earlyStopping";
      break;
    }
    const outcome = await training.runEpoch(epoch, async (step, steps) => {
      options.onProgress?.({ epoch, epochs: options.epochs, step, steps, loss: training.loss() });
      await checkpoints.afterSlice();
    });
    if (outcome !== "completed") {
      ended = outcome;
    } else if (validation && deadline.left() < validationTime) {
      ended = "timeBudget"; // no time to look at the validation rows once more
    } else {
      const begin = performance.now();
      const record = scoreEpoch(training, epoch, validation, options);
      validationTime = performance.now() - begin;
      epochs.push(record);
      const { improved, learningRate } = controls.afterEpoch(record);
      if (improved) best = training.weights();
      if (learningRate !== undefined) training.setLearningRate(learningRate);
      await options.onEpoch?.(record);
      await checkpoints.afterEpoch(epoch);
    }
  }

  const model = withWeights(start, (controls.keepsBest && best) || training.weights());
  // the look takes about a tenth of a second the first time, which a short budget does not have
  const hurried = ended === "aborted" || (ended === "timeBudget" && (options.timeBudget ?? 0) < 2);
  const deadUnits = hurried ? [] : findDeadUnits(model, data.inputs);
  for (const found of deadUnits) warn(deadUnitsWarning(found), options);
  return {
    model,
    history: {
      epochs,
      bestEpoch: controls.keepsBest && best ? controls.bestEpoch() : epochs.length,
      ended,
      seed,
      engine: start.backend.name,
      deadUnits,
    },
    snapshot: takeSnapshot(),
  };
}

function warn(message: string | undefined, { onWarning }: FitOptions): void {
  if (message === undefined) return;
  // biome-ignore lint/suspicious/noConsole: a warning that nobody asked for has nowhere else to go
  (onWarning ?? console.warn)(message);
}

/** Loss and metrics after an epoch. */
function scoreEpoch(
  training: Training,
  epoch: number,
  validation: Prepared | undefined,
  { metrics = [] }: FitOptions,
): Epoch {
  const learningRate = training.learningRate();
  const record = { epoch, loss: training.loss(), ...(learningRate !== undefined && { learningRate }) };
  if (!validation) return record;
  const { targets, weights } = validation;
  const scores = scoresOf(training.validate(), targets, weights, metrics);
  return {
    ...record,
    validationLoss: scores.loss,
    ...(metrics.length > 0 && { metrics: scores.metrics }),
  };
}
