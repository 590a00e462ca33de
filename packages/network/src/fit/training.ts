import type { Json, Snapshot } from "@neurite/plugin";
import {
  type DType,
  deriveKey,
  type Executable,
  formatType,
  type Key,
  NeuriteError,
  type Program,
  permutation,
  seedKey,
  type Type,
  type Value,
  value,
} from "@neurite/tensor";
import type { Model } from "../model";
import { type BlockRunner, blockRunner } from "../run-blocks";
import type { Deadline, Halt } from "./deadline";
import { failure } from "./diagnose";
import { type FitOptions, lossesOf } from "./fit-options";
import type { Prepared } from "./prepare-data";
import { averageName, control, dataName, type TrainingProgram, trainingProgram } from "./step";
import { type Steps, stepsOf } from "./steps-of";

/** Called when the event loop had its turn within an epoch. */
export type OnSlice = (step: number, steps: number) => void | Promise<void>;

/** A training under way: the program with its memory, and what may be done with it. */
export interface Training {
  /** Runs an epoch, or the rest of one that was left; tells why where it was not completed. */
  runEpoch(epoch: number, onSlice: OnSlice): Promise<Halt | "converged" | "completed">;
  /** The mean loss of the epoch so far. */
  loss(): number;
  /** The learning rate of the last step; undefined where there is none. */
  learningRate(): number | undefined;
  /** Sets the learning rate before any schedule. */
  setLearningRate(rate: number): void;
  /** Predictions and losses per validation row of the network as it stands. */
  validate(): readonly Value[];
  /** A copy of the model's weights, averaged ones where there are such. */
  weights(): ReadonlyMap<string, Value>;
  /** A copy of everything that changes. */
  state(): ReadonlyMap<string, Value>;
  /** What a minimizer remembers. */
  memory(): Json | undefined;
}

/** A compiled training, filled with weights and data. */
export interface Compiled extends TrainingProgram {
  readonly executable: Executable;
  readonly steps: Steps;
  readonly answer: BlockRunner | undefined;
}

/** How many rows pass through the network at once where a minimizer asks for all of them. */
const minimizerRows = 1024;

/** Compiles the training of a model and fills its memory: fresh, or from a snapshot. */
export function compileTraining(
  model: Model,
  data: Prepared,
  answers: boolean,
  options: FitOptions,
  seed: number,
): Compiled {
  const { learningRate = 1e-3, batchSize = 32, microBatches = 1, optimizer } = options;
  const full = optimizer.mode === "full";
  const steps = full ? { full: 1, tailSize: 0, total: 1 } : stepsOf(data.rows, batchSize);
  const built = trainingProgram({
    network: model.network,
    losses: lossesOf(options),
    optimizer,
    schedule: options.schedule,
    clipping: options.clipping,
    average: options.average,
    dtype: model.dtype,
    weights: model.weights,
    inputs: data.inputs,
    targets: data.targets,
    rowWeights: data.weights,
    batchSize: steps.full > 0 ? batchSize : 0,
    tailSize: steps.tailSize,
    partRows: full ? minimizerRows : microBatches > 1 ? batchSize / microBatches : Number.POSITIVE_INFINITY,
    answers,
  });
  const { program } = built;
  const executable = model.backend.compile(program);
  fill(executable, program, model, data, seedKey(seed));
  if (options.from) restore(executable, program, options.from);
  executable.write(control.learningRate, scalar(learningRate));
  if (full) executable.write(control.cursor, scalar(0, "int32"));
  const entry = program.entries.answer;
  return { ...built, executable, steps, answer: entry && blockRunner(executable, "answer", entry) };
}

/** A training by steps on batches. */
export function createTraining(
  compiled: Compiled,
  model: Model,
  data: Prepared,
  validation: Prepared | undefined,
  options: FitOptions,
  seed: number,
  deadline: Deadline,
): Training {
  const { executable, steps } = compiled;
  const { batchSize = 32, shuffle = true } = options;
  const number = (name: string) => executable.read(name).data[0] as number;
  const rateName = options.schedule ? control.scheduledRate : control.learningRate;
  const slicer = deadline.slicer();
  const runEpoch = async (epoch: number, onSlice: OnSlice): Promise<Halt | "completed"> => {
    executable.write(control.order, value(shuffle ? epochOrder(seed, epoch, data.rows) : inOrder(data.rows)));
    if (number(control.cursor) >= data.rows) {
      executable.write(control.cursor, scalar(0, "int32"));
      executable.write(control.lossSum, scalar(0));
      executable.write(control.weightSum, scalar(0));
    }
    let step = Math.min(steps.total, Math.ceil(number(control.cursor) / batchSize));
    while (step < steps.total) {
      const halt = deadline.halt();
      if (halt) return halt;
      const entry = step < steps.full ? "step" : "tail";
      const times = slicer.next(entry === "step" ? steps.full - step : 1);
      const done = executable.repeat(entry, times);
      if (done < times)
        throw failure(compiled, entry, { epoch, batch: step + done + 1, learningRate: number(rateName) });
      step += done;
      if (await slicer.done(done)) await onSlice(step, steps.total);
    }
    return "completed";
  };
  return {
    ...readers(compiled, model, validation),
    runEpoch,
    loss: () => number(control.lossSum) / Math.max(Number.MIN_VALUE, number(control.weightSum)),
    learningRate: () => number(rateName),
    setLearningRate: (rate) => executable.write(control.learningRate, scalar(rate)),
    memory: () => undefined,
  };
}

/** What can be read of any training. */
export function readers(
  { program, executable, answer }: Compiled,
  model: Model,
  validation: Prepared | undefined,
): Pick<Training, "validate" | "weights" | "state"> {
  const nameOf = (path: string) => (averageName(path) in program.state ? averageName(path) : `model/${path}`);
  return {
    validate: () => (validation && answer ? answer([...validation.inputs, ...validation.targets]) : []),
    weights: () => new Map([...model.weights.keys()].map((path) => [path, executable.read(nameOf(path))])),
    state: () => new Map(changing(program).map((name) => [name, executable.read(name)])),
  };
}

/** The order in which an epoch takes the rows. */
export function epochOrder(seed: number, epoch: number, rows: number): Int32Array {
  return permutation(deriveKey(deriveKey(seedKey(seed), "order"), epoch), rows);
}

function inOrder(rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => i);
}

function scalar(n: number, dtype: DType = "float64"): Value {
  return value(n, { dtype });
}

function fill(executable: Executable, program: Program, model: Model, data: Prepared, key: Key): void {
  for (const [path, held] of model.weights) {
    executable.write(`model/${path}`, held);
    if (averageName(path) in program.state) executable.write(averageName(path), held);
  }
  for (const what of ["input", "target"] as const) {
    for (const [i, held] of data[`${what}s`].entries()) executable.write(dataName(what, i), held);
  }
  if (data.weights) executable.write(control.rowWeights, data.weights);
  executable.write(control.key, value(Int32Array.from(key)));
  executable.write(control.order, value(inOrder(data.rows)));
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
    const [expected, got] = [formatType(program.state[name] as Type), held && formatType(held)];
    if (!held || got !== expected) {
      throw new NeuriteError(
        "bad-data",
        `fit: the snapshot should hold "${name}" as ${expected}, got ${got ?? "nothing"}. Go on with the network, optimizer and options that it was made with.`,
      );
    }
    executable.write(name, held);
  }
}
