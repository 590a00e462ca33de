import type { AnyLayer, Loss, Minimizer, Optimizer, Schedule } from "@neurite/plugin";
import {
  type DType,
  derive,
  type Entry,
  input,
  iota,
  NeuriteError,
  type Program,
  type Tensor,
  type Type,
  type Value,
} from "@neurite/tensor";
import { answerEntry } from "../answer-entry";
import type { WeightAverage } from "../averaging/weight-average";
import type { Clipping } from "../clipping/clipping";
import { rowType } from "../data";
import { stateTensors } from "../predict";
import { blockRows, byIndex } from "../run-blocks";
import { type BatchGradient, batchGradient, gradientByParts, type Learning } from "./batch-gradient";

/** What a training program is made for. */
export interface TrainingPlan {
  readonly network: AnyLayer;
  readonly losses: readonly Loss[];
  readonly optimizer: Optimizer | Minimizer;
  readonly schedule: Schedule | undefined;
  readonly clipping: Clipping | undefined;
  readonly average: WeightAverage | undefined;
  readonly dtype: DType;
  /** The model's weights by path; only their types matter here. */
  readonly weights: ReadonlyMap<string, Type>;
  /** All rows of each input, of each target, and the weights of the rows. */
  readonly inputs: readonly Value[];
  readonly targets: readonly Value[];
  readonly rowWeights: Value | undefined;
  /** Rows of a usual batch, and of the last one of an epoch (0 where there is none of its own). */
  readonly batchSize: number;
  readonly tailSize: number;
  /** How many rows pass through the network at once; a batch may have more. */
  readonly partRows: number;
  /** Whether it has to answer for validation rows too. */
  readonly answers: boolean;
}

/** The names of the state that is neither the model's nor the optimizer's. */
export const control = {
  order: "data/order",
  rowWeights: "data/weights",
  cursor: "train/cursor",
  step: "train/step",
  learningRate: "train/learningRate",
  scheduledRate: "train/scheduledRate",
  key: "train/key",
  lossSum: "train/lossSum",
  weightSum: "train/weightSum",
} as const;

/** The state of one array of data. */
export const dataName = (what: "input" | "target", index: number) => `data/${what} ${index}`;

/** The state in which an optimizer keeps a number for a parameter. */
const slotName = (path: string, slot: string) => `optimizer/${path}/${slot}`;

/** The state that holds the moving average of a parameter. */
export const averageName = (path: string) => `average/${path}`;

/** A program, and the parameters that it trains, in the order in which its entry `gradients` tells theirs. */
export interface TrainingProgram {
  readonly program: Program;
  readonly trained: readonly string[];
}

/**
 * Builds the program of a training: one state, an entry for a usual batch and for the last one of an epoch, and one that answers.
 *
 * A batch is picked by order and cursor, forward, loss, backward and update follow, all inside; nothing goes back and forth between JavaScript
 * and the backend in a step. For a minimizer there is one entry, `gradients`, over all rows instead.
 */
export function trainingProgram(plan: TrainingPlan): TrainingProgram {
  const { tensors, state: modelState } = stateTensors(plan.weights);
  const rows = plan.inputs[0]?.shape[0] ?? 0;
  const named = (name: string, type: Type) => [name, input(name, type)] as const;
  const scalar = (dtype: DType): Type => ({ shape: [], dtype });
  const state: Record<string, Tensor> = {
    ...modelState,
    ...Object.fromEntries([
      ...plan.inputs.map((type, i) => named(dataName("input", i), type)),
      ...plan.targets.map((type, i) => named(dataName("target", i), type)),
      ...(plan.rowWeights ? [named(control.rowWeights, plan.rowWeights)] : []),
      named(control.order, { shape: [rows], dtype: "int32" }),
      named(control.cursor, scalar("int32")),
      named(control.step, scalar("float64")),
      named(control.learningRate, scalar("float64")),
      ...(plan.schedule ? [named(control.scheduledRate, scalar("float64"))] : []),
      named(control.key, { shape: [2], dtype: "int32" }),
      named(control.lossSum, scalar("float64")),
      named(control.weightSum, scalar("float64")),
    ]),
  };
  const entries: Record<string, Entry> = {};
  let trained: readonly string[] = [];
  const learn = (size: number): BatchGradient => {
    const learning = learningOf(plan, state, tensors);
    const found = size > plan.partRows ? gradientByParts(learning, size, plan.partRows) : batchGradient(learning, size);
    if (found.trained.length === 0) {
      throw new NeuriteError(
        "bad-argument",
        "fit: the network has no trainable parameters. Add a layer that has some, such as dense.",
      );
    }
    trained = found.trained.map(({ path }) => path);
    return found;
  };
  const { optimizer } = plan;
  if (optimizer.mode === "full") {
    entries.gradients = gradientsEntry(learn(rows));
  } else {
    if (plan.batchSize > 0) entries.step = stepEntry(plan, optimizer, state, learn(plan.batchSize), plan.batchSize);
    if (plan.tailSize > 0) entries.tail = stepEntry(plan, optimizer, state, learn(plan.tailSize), plan.tailSize);
  }
  if (plan.answers) {
    const scoring = { losses: plan.losses, targets: plan.targets.map(rowType) };
    const averaged = trained.flatMap((path) => {
      const average = state[averageName(path)];
      return average ? [[path, average] as const] : [];
    });
    const seen = new Map([...tensors, ...averaged]);
    entries.answer = answerEntry({ ...plan, inputs: plan.inputs.map(rowType) }, seen, blockRows, scoring);
  }
  return { program: { state, entries }, trained };
}

/** How a batch finds its rows: through the order of the epoch, from the cursor on. */
function learningOf(
  plan: TrainingPlan,
  state: Readonly<Record<string, Tensor>>,
  tensors: ReadonlyMap<string, Tensor>,
): Learning {
  const at = (name: string) => state[name] as Tensor;
  return {
    network: plan.network,
    losses: plan.losses,
    dtype: plan.dtype,
    tensors,
    key: derive(at(control.key), at(control.step).cast("int32")),
    pick: (from, size) => {
      const start = from === 0 ? at(control.cursor) : at(control.cursor).add(from);
      const rows = at(control.order).gather(iota([size]).add(start));
      return {
        inputs: plan.inputs.map((_, i) => at(dataName("input", i)).gather(rows)),
        targets: plan.targets.map((_, i) => at(dataName("target", i)).gather(rows)),
        weights: plan.rowWeights && at(control.rowWeights).gather(rows),
      };
    },
  };
}

/** One step on a batch; the state that the optimizer and the average keep is added to `state`. */
function stepEntry(
  plan: TrainingPlan,
  optimizer: Optimizer,
  state: Record<string, Tensor>,
  batch: BatchGradient,
  size: number,
): Entry {
  const keep = (name: string, type: Type): Tensor => {
    state[name] ??= input(name, type);
    return state[name];
  };
  const at = (name: string) => state[name] as Tensor;
  const step = at(control.step);
  const updates: Record<string, Tensor> = {};
  let rate = at(control.learningRate);
  if (plan.schedule) {
    rate = rate.mul(plan.schedule.apply(step));
    updates[control.scheduledRate] = rate;
  }
  const gradients = plan.clipping?.apply(batch.gradients) ?? batch.gradients;
  batch.trained.forEach(({ path, tensor, spec }, i) => {
    const slotTypes = Object.entries(optimizer.state(tensor));
    const held = slotTypes.map(([slot, type]) => [slot, keep(slotName(path, slot), type)] as const);
    const next = optimizer.update({
      parameter: tensor,
      gradient: gradients[i] as Tensor,
      state: Object.fromEntries(held),
      learningRate: rate.cast(tensor.dtype),
      step,
      decay: spec.decay ?? true,
    });
    const parameter = spec.constraint?.apply(next.parameter) ?? next.parameter;
    updates[`model/${path}`] = parameter;
    for (const [slot] of slotTypes) updates[slotName(path, slot)] = next.state[slot] as Tensor;
    if (plan.average) {
      const name = averageName(path);
      updates[name] = plan.average.update(keep(name, tensor), parameter, step);
    }
  });
  for (const [path, next] of batch.updates) updates[`model/${path}`] = next;

  const wide = batch.loss.cast("float64");
  updates[control.cursor] = at(control.cursor).add(size);
  updates[control.step] = step.add(1);
  updates[control.lossSum] = at(control.lossSum).add(wide.mul(batch.weightSum));
  updates[control.weightSum] = at(control.weightSum).add(batch.weightSum);
  return { inputs: {}, outputs: {}, updates, guard: finite(batch) };
}

/** The loss over all rows and its gradients, by position; running averages move along. */
function gradientsEntry(batch: BatchGradient): Entry {
  const updates = [...batch.updates].map(([path, next]) => [`model/${path}`, next] as const);
  return {
    inputs: {},
    outputs: { loss: batch.loss.cast("float64"), ...byIndex(batch.gradients) },
    updates: Object.fromEntries(updates),
    guard: finite(batch),
  };
}

/** Loss and gradients are all finite: with a finite loss a gradient may still be NaN (a root at 0), and it must not reach the weights. */
function finite({ loss, gradients }: BatchGradient): Tensor {
  const sums = gradients.map((g) => g.sum().cast("float64"));
  const total = sums.reduce((a, b) => a.add(b), loss.cast("float64"));
  return total.sub(total).equal(0);
}
