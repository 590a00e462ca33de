import { type AnyLayer, createModel, fit, type Loss, NeuriteError, type Optimizer, r2, value } from "neurite";
import type { Rows } from "./rows";
import { createTrainer, type Look, type Trainer } from "./trainer";
import { type Weights, weightValues } from "./weights";

/** A look at a network after so many steps. */
export interface Frame extends Look {
  readonly step: number;
  /** R² on the held-out rows. */
  readonly heldOut: number;
}

/** A training as it went, to be leafed through without training again. */
export interface Recording {
  readonly frames: readonly Frame[];
  /** The first step at which the goal was reached, where there was one. */
  readonly reached?: number;
  /** Where a number was no longer finite: after the last frame, in the words of the library. */
  readonly broken?: { readonly step: number; readonly message: string };
}

/** What is recorded. */
export interface RecordingPlan {
  readonly network: AnyLayer;
  readonly inputs: number;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  readonly start: Weights;
  readonly train: Rows;
  readonly heldOut: Rows;
  /** Rows whose answers each frame keeps, after those of the held-out rows: the points of a curve. */
  readonly asked?: Float64Array;
  /** The steps to look after, upwards from 0. */
  readonly steps: readonly number[];
  /** An R² on the held-out rows: where it is given, every step is looked at for whether it is reached. */
  readonly goal?: number;
}

/** Trains on all training rows at once, and keeps what can be seen at the steps named. */
export async function recordTraining(plan: RecordingPlan): Promise<Recording> {
  const { heldOut, asked = new Float64Array(0), steps } = plan;
  const trainer = createTrainer({ ...plan, asked: Float64Array.from([...heldOut.inputs, ...asked]) });
  trainer.start(plan.start, plan.learningRate);
  const frames: Frame[] = [];
  const { goal } = plan;
  let reached: number | undefined;
  const lookForGoal = (step: number) => {
    if (goal !== undefined && reached === undefined && r2Of(trainer.answers(), heldOut.targets) >= goal) reached = step;
  };
  lookForGoal(0);
  let done = 0;
  for (const step of steps) {
    let broken = false;
    while (done < step && !broken) {
      const next = goal === undefined || reached !== undefined ? step : done + 1;
      const completed = trainer.run(next - done);
      broken = completed < next - done;
      done += completed;
      if (!broken) lookForGoal(done);
    }
    if (broken) {
      frames.push(...lastFrames(trainer, plan, done).filter((frame) => frame.step > (frames.at(-1)?.step ?? -1)));
      const message = await failureMessage(plan, done + 1);
      return { frames, ...(reached !== undefined && { reached }), broken: { step: done + 1, message } };
    }
    frames.push(frameOf(trainer, done, heldOut));
  }
  return { frames, ...(reached !== undefined && { reached }) };
}

/** The last step whose loss or gradients are no longer finite, and the one before it, which can be gone back to. */
function lastFrames(trainer: Trainer, { start, learningRate, heldOut }: RecordingPlan, last: number): readonly Frame[] {
  const end = frameOf(trainer, last, heldOut);
  if (last === 0) return [end];
  trainer.start(start, learningRate);
  trainer.run(last - 1);
  return [frameOf(trainer, last - 1, heldOut), end];
}

function frameOf(trainer: Trainer, step: number, { targets }: Rows): Frame {
  const look = trainer.look();
  return { step, ...look, heldOut: r2Of(look.answers, targets) };
}

/** R² of the first answers, one for each target. */
export function r2Of(answers: readonly number[], targets: Float64Array): number {
  const column = (numbers: Float64Array) => value(numbers, { shape: [numbers.length, 1] });
  const given = Float64Array.from(answers.slice(0, targets.length));
  return r2.compute(column(given), column(targets)) ?? Number.NaN;
}

/** What the library says of this training where it breaks: the same one through `fit`, whose epoch of one batch is a step. */
async function failureMessage(plan: RecordingPlan, step: number): Promise<string> {
  const { network, inputs, loss, optimizer, learningRate, train } = plan;
  const dtype = "float64";
  const fresh = createModel(network, { inputs: [inputs], dtype });
  const model = createModel(network, { inputs: [inputs], dtype, weights: weightValues(plan.start, fresh.weights) });
  const rows = train.targets.length;
  const data = {
    inputs: value(train.inputs, { shape: [rows, inputs] }),
    targets: value(train.targets, { shape: [rows, 1] }),
  };
  try {
    // Its sums run in another order, so the last bits differ, and it may break some steps later.
    const epochs = step + 20;
    await fit(model, data, { loss, optimizer, learningRate, batchSize: rows, shuffle: false, epochs });
  } catch (error) {
    if (error instanceof NeuriteError) return error.message;
    throw error;
  }
  throw new Error(`internal: step ${step} breaks, but fit completes it.`);
}
