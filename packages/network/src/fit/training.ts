import type { Snapshot } from "@neurite/plugin";
import {
  type DType,
  deriveKey,
  type Entry,
  type Executable,
  type Key,
  NeuriteError,
  type Program,
  permutation,
  seedKey,
  type Value,
  value,
} from "@neurite/tensor";
import type { Model } from "../model";
import { blockRunner } from "../run-blocks";
import { findOrigin, notFinite } from "./diagnose";
import { type FitOptions, lossesOf } from "./fit-options";
import type { Prepared } from "./prepare-data";
import { createSlicer } from "./slices";
import { control, dataName, trainingProgram } from "./step";

/** How the rows of an epoch fall into steps. */
interface Steps {
  readonly full: number;
  readonly tailSize: number;
  readonly total: number;
}

/** Full batches and what is left; a single row left over joins the batch before, since one row has no variance. */
function stepsOf(rows: number, batchSize: number): Steps {
  const full = Math.floor(rows / batchSize);
  const rest = rows - full * batchSize;
  if (rest === 1 && full > 0) return { full: full - 1, tailSize: batchSize + 1, total: full };
  return { full, tailSize: rest, total: full + (rest > 0 ? 1 : 0) };
}

/** A training under way: the program with its memory, and what may be done with it. */
export interface Training {
  readonly steps: Steps;
  /** Runs an epoch, or the rest of one that was left; gives whether it was completed. */
  runEpoch(epoch: number): Promise<boolean>;
  /** The mean loss of the epoch so far. */
  loss(): number;
  /** Predictions and losses per validation row of the network as it stands. */
  validate(): readonly Value[];
  /** A copy of the model's weights. */
  weights(): ReadonlyMap<string, Value>;
  /** A copy of everything that changes. */
  state(): ReadonlyMap<string, Value>;
}

/** Compiles the training of a model and fills its memory: fresh, or from a snapshot. */
export function createTraining(
  model: Model,
  data: Prepared,
  validation: Prepared | undefined,
  options: FitOptions,
  seed: number,
): Training {
  const { learningRate = 1e-3, batchSize = 32, shuffle = true } = options;
  const steps = stepsOf(data.rows, batchSize);
  const program = trainingProgram({
    network: model.network,
    losses: lossesOf(options),
    optimizer: options.optimizer,
    dtype: model.dtype,
    weights: model.weights,
    inputs: data.inputs,
    targets: data.targets,
    rowWeights: data.weights,
    batchSize: steps.full > 0 ? batchSize : 0,
    tailSize: steps.tailSize,
    answers: validation !== undefined,
  });
  const executable = model.backend.compile(program);
  const key = seedKey(seed);
  fill(executable, model, data, key);
  if (options.from) restore(executable, program, options.from);
  executable.write(control.learningRate, scalar(learningRate));

  const number = (name: string) => executable.read(name).data[0] as number;
  const beginEpoch = (epoch: number) => {
    const order = shuffle
      ? permutation(deriveKey(deriveKey(key, "order"), epoch), data.rows)
      : Int32Array.from({ length: data.rows }, (_, i) => i);
    executable.write(control.order, value(order));
  };
  const loss = () => number(control.lossSum) / Math.max(Number.MIN_VALUE, number(control.weightSum));
  const doneSteps = () => Math.min(steps.total, Math.ceil(number(control.cursor) / batchSize));

  const answer = program.entries.answer && blockRunner(executable, "answer", program.entries.answer);
  const slicer = createSlicer();
  const runEpoch = async (epoch: number): Promise<boolean> => {
    beginEpoch(epoch);
    if (number(control.cursor) >= data.rows) {
      executable.write(control.cursor, scalar(0, "int32"));
      executable.write(control.lossSum, scalar(0));
      executable.write(control.weightSum, scalar(0));
    }
    let step = doneSteps();
    while (step < steps.total) {
      if (options.signal?.aborted) return false;
      const entry = step < steps.full ? "step" : "tail";
      const times = slicer.next(entry === "step" ? steps.full - step : 1);
      const done = executable.repeat(entry, times);
      if (done < times) {
        const failed = program.entries[entry] as Entry;
        const origin = findOrigin(program, failed, (name) => executable.read(name));
        throw notFinite({ epoch, batch: step + done + 1, learningRate }, origin);
      }
      step += done;
      if (await slicer.done(done)) {
        options.onProgress?.({ epoch, epochs: options.epochs, step, steps: steps.total, loss: loss() });
      }
    }
    return true;
  };
  return {
    steps,
    runEpoch,
    loss,
    validate: () => (validation && answer ? answer([...validation.inputs, ...validation.targets]) : []),
    weights: () => new Map([...model.weights.keys()].map((path) => [path, executable.read(`model/${path}`)])),
    state: () => new Map(changing(program).map((name) => [name, executable.read(name)])),
  };
}

function scalar(n: number, dtype: DType = "float64"): Value {
  return value(n, { dtype });
}

function fill(executable: Executable, model: Model, data: Prepared, key: Key): void {
  for (const [path, held] of model.weights) executable.write(`model/${path}`, held);
  for (const what of ["input", "target"] as const) {
    for (const [i, held] of data[`${what}s`].entries()) executable.write(dataName(what, i), held);
  }
  if (data.weights) executable.write(control.rowWeights, data.weights);
  executable.write(control.key, value(Int32Array.from(key)));
  executable.write(control.cursor, scalar(data.rows, "int32")); // as after an epoch, so that the first one begins
}

/** The names of the state that training changes. */
function changing({ state }: Program): readonly string[] {
  return Object.keys(state).filter((name) => !name.startsWith("data/"));
}

/** Puts a snapshot's state in place. Throws `bad-data` where it is of another training. */
function restore(executable: Executable, program: Program, from: Snapshot): void {
  for (const name of changing(program)) {
    const held = from.state.get(name);
    if (!held) {
      throw new NeuriteError(
        "bad-data",
        `fit: the snapshot lacks "${name}". Go on with the network and optimizer that it was made with.`,
      );
    }
    executable.write(name, held);
  }
}
