import { type AnyLayer, type Loss, type Optimizer, type Trace, trace } from "@neurite/plugin";
import {
  constant,
  type DType,
  derive,
  type Entry,
  gradient,
  input,
  iota,
  NeuriteError,
  type Program,
  type Tensor,
  type Type,
  type Value,
} from "@neurite/tensor";
import { answerEntry } from "../answer-entry";
import { rowType } from "../data";
import { lossesPerRow } from "../losses-per-row";
import { stateTensors } from "../predict";
import { blockRows } from "../run-blocks";

/** What a training program is made for. */
export interface TrainingPlan {
  readonly network: AnyLayer;
  readonly losses: readonly Loss[];
  readonly optimizer: Optimizer;
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
  key: "train/key",
  lossSum: "train/lossSum",
  weightSum: "train/weightSum",
} as const;

/** The state of one array of data. */
export const dataName = (what: "input" | "target", index: number) => `data/${what} ${index}`;

/** The state in which an optimizer keeps a number for a parameter. */
const slotName = (path: string, slot: string) => `optimizer/${path}/${slot}`;

/**
 * Builds the program of a training: one state, an entry for a usual batch and for the last one of an epoch, and one that answers.
 *
 * A batch is picked by order and cursor, forward, loss, backward and update follow, all inside; nothing goes back and forth between JavaScript
 * and the backend in a step.
 */
export function trainingProgram(plan: TrainingPlan): Program {
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
      named(control.key, { shape: [2], dtype: "int32" }),
      named(control.lossSum, scalar("float64")),
      named(control.weightSum, scalar("float64")),
    ]),
  };
  const entries: Record<string, Entry> = {};
  const add = (name: string, size: number) => {
    const batch = pickBatch(plan, state, size);
    const entry = stepEntry(plan, state, tensors, batch, size);
    Object.assign(state, entry.slots);
    entries[name] = entry;
  };
  if (plan.batchSize > 0) add("step", plan.batchSize);
  if (plan.tailSize > 0) add("tail", plan.tailSize);
  if (plan.answers) {
    const scoring = { losses: plan.losses, targets: plan.targets.map(rowType) };
    entries.answer = answerEntry({ ...plan, inputs: plan.inputs.map(rowType) }, tensors, blockRows, scoring);
  }
  return { state, entries };
}

/** The rows of one batch. */
export interface Batch {
  readonly inputs: readonly Tensor[];
  readonly targets: readonly Tensor[];
  readonly weights: Tensor | undefined;
}

function pickBatch(plan: TrainingPlan, state: Record<string, Tensor>, size: number): Batch {
  const at = (name: string) => state[name] as Tensor;
  const positions = iota([size]).add(at(control.cursor));
  const rows = at(control.order).gather(positions);
  return {
    inputs: plan.inputs.map((_, i) => at(dataName("input", i)).gather(rows)),
    targets: plan.targets.map((_, i) => at(dataName("target", i)).gather(rows)),
    weights: plan.rowWeights && at(control.rowWeights).gather(rows),
  };
}

function stepEntry(
  plan: TrainingPlan,
  state: Record<string, Tensor>,
  tensors: ReadonlyMap<string, Tensor>,
  batch: Batch,
  size: number,
): Entry & { readonly slots: Record<string, Tensor> } {
  const at = (name: string) => state[name] as Tensor;
  const step = at(control.step);
  const key = derive(at(control.key), step.cast("int32"));
  const traced = trace(plan.network, batch.inputs, {
    training: true,
    dtype: plan.dtype,
    key,
    tensors,
  });
  const { loss, weightSum } = lossOf(plan, traced, batch, size);
  const trained = [...traced.parameters].filter(([, { spec }]) => spec.trainable ?? true);
  if (trained.length === 0) {
    throw new NeuriteError(
      "bad-argument",
      "fit: the network has no trainable parameters. Add a layer that has some, such as dense.",
    );
  }
  const gradients = gradient(
    loss,
    trained.map(([, { tensor }]) => tensor),
  );

  const slots: Record<string, Tensor> = {};
  const updates: Record<string, Tensor> = {};
  trained.forEach(([path, { tensor, spec }], i) => {
    const slotTypes = Object.entries(plan.optimizer.state(tensor));
    const held = slotTypes.map(([slot, type]) => {
      const name = slotName(path, slot);
      slots[name] = state[name] ?? input(name, type);
      return [slot, slots[name]] as const;
    });
    const next = plan.optimizer.update({
      parameter: tensor,
      gradient: gradients[i] as Tensor,
      state: Object.fromEntries(held),
      learningRate: at(control.learningRate).cast(tensor.dtype),
      step,
      decay: spec.decay ?? true,
    });
    updates[`model/${path}`] = spec.constraint?.apply(next.parameter) ?? next.parameter;
    for (const [slot] of slotTypes) updates[slotName(path, slot)] = next.state[slot] as Tensor;
  });
  for (const [path, next] of traced.updates) updates[`model/${path}`] = next;

  const wide = loss.cast("float64");
  updates[control.cursor] = at(control.cursor).add(size);
  updates[control.step] = step.add(1);
  updates[control.lossSum] = at(control.lossSum).add(wide.mul(weightSum));
  updates[control.weightSum] = at(control.weightSum).add(weightSum);
  // with a finite loss a gradient may still be NaN (a root at 0), and it must not reach the weights
  const sums = gradients.map((g) => g.sum().cast("float64"));
  const total = sums.reduce((a, b) => a.add(b), wide);
  return { inputs: {}, outputs: {}, updates, guard: total.sub(total).equal(0), slots };
}

/** The weighted mean of the rows' losses plus the penalties, and the sum of the weights. */
function lossOf(plan: TrainingPlan, traced: Trace, batch: Batch, size: number) {
  const { weights } = batch;
  const perOutput = lossesPerRow(plan.losses, traced.outputs, batch.targets).map((perRow) => {
    if (!weights) return perRow.mean();
    const total = weights.sum();
    // a batch whose rows all weigh 0 teaches nothing, rather than 0/0
    return perRow.mul(weights).sum().div(total.equal(0).where(1, total));
  });
  const loss = [...perOutput, ...traced.penalties].reduce((a, b) => a.add(b));
  const weightSum = weights ? weights.sum().cast("float64") : constant(size, "float64");
  return { loss, weightSum };
}
