// A training that can be watched: the library's `fit` on all rows at once, with its frames on the way.
import {
  adam,
  type Backend,
  binaryCrossEntropy,
  type FitOptions,
  fit,
  type Model,
  meanSquaredError,
  NeuriteError,
  type Optimizer,
  rmsprop,
  type Snapshot,
  sgd,
  value,
} from "neurite";
import { smallBackend } from "../../training/small-backend";
import type { PlaneSet } from "../sets/plane-set";
import { buildNetwork } from "./build-network";
import { stagesBetween } from "./frame-steps";
import { createLooker, type Look } from "./look";
import { planeLoss } from "./plane-loss";
import { heldOutScore } from "./plane-score";
import type { OptimizerName, Settings } from "./settings";
import { flatten, modelWith } from "./weights";

/** What is trained. */
export interface TrainingSetup {
  readonly settings: Settings;
  readonly set: PlaneSet;
  /** The weights to start from; those that the seed decides unless told otherwise. */
  readonly start?: ArrayLike<number> | undefined;
}

/** A step of a training that was kept. */
export interface Frame extends Look {
  readonly step: number;
  /** On the rows that are learnt from. */
  readonly loss: number;
  readonly heldOut: number;
  readonly weights: Float32Array;
}

/** Where a training ended. */
export interface Trained {
  readonly step: number;
  /** Why it could not go on: the library's own words. */
  readonly problem?: string;
  readonly engine: string;
}

export interface Watching {
  readonly signal?: AbortSignal;
  /** Called with each frame; a promise is waited for. */
  onFrame(frame: Frame): void | Promise<void>;
  /** Only the last frame is made, for those who look at the end alone. */
  readonly onlyEnd?: boolean;
}

const optimizers: Readonly<Record<OptimizerName, () => Optimizer>> = {
  adam: () => adam(),
  sgd: () => sgd(),
  momentum: () => sgd({ momentum: 0.9 }),
  rmsprop: () => rmsprop(),
};

/** A training that goes on where it stopped, as often as it is asked to. */
export interface NetworkTraining {
  /** Trains up to this step. */
  trainTo(step: number, watching: Watching): Promise<Trained>;
  /** The weights before the first step. */
  readonly start: Float32Array;
  /** The frame of these weights, trained or not. */
  look(weights: ArrayLike<number>, step: number): Frame;
}

/** Prepares a training; nothing is trained yet. */
export function createTraining({ settings, set, start }: TrainingSetup): NetworkTraining {
  const backend = smallBackend();
  const network = buildNetwork(settings, set.task);
  const model = modelWith(network, settings.seed, start);
  const looker = createLooker(network, set, backend);
  const frameOf = (weights: Model["weights"], step: number): Frame => {
    const look = looker(weights);
    const { answers } = look;
    return {
      step,
      loss: planeLoss(set, answers),
      heldOut: heldOutScore(set, answers),
      weights: flatten(weights),
      ...look,
    };
  };
  let snapshot: Snapshot | undefined;
  let step = 0;

  /** One call of `fit`, with a snapshot each `every` steps. */
  async function advance(until: number, every: number, { signal, onFrame, onlyEnd }: Watching): Promise<boolean> {
    const keep = async (next: Snapshot) => {
      snapshot = next;
      step = next.step;
      await onFrame(frameOf(weightsIn(next), step));
    };
    const fitted = await fit(model, rowsOf(set), {
      ...optionsOf(settings, set, backend),
      epochs: until,
      ...(snapshot && { from: snapshot }),
      ...(signal && { signal }),
      checkpoint: {
        everyEpochs: onlyEnd ? until : every,
        save: keep,
      },
    });
    // where it ended between two frames
    if (fitted.snapshot.step > step) await keep(fitted.snapshot);
    return fitted.history.ended === "epochs";
  }

  return {
    start: flatten(model.weights),
    look: (weights, at) => frameOf(modelWith(network, settings.seed, weights).weights, at),
    async trainTo(to, watching) {
      if (step === 0) await watching.onFrame(frameOf(model.weights, 0));
      const stages = watching.onlyEnd ? [{ until: to, every: to }] : stagesBetween(step, to);
      for (const { until, every } of stages) {
        if (watching.signal?.aborted) break;
        try {
          if (!(await advance(until, every, watching))) break;
        } catch (error) {
          if (!isNotFinite(error)) throw error;
          // once more, step by step, up to the last step that went well
          if (every > 1) await advance(until, 1, watching).catch(() => undefined);
          return { step, problem: error.message, engine: backend.name };
        }
      }
      return { step, engine: backend.name };
    },
  };
}

function isNotFinite(error: unknown): error is NeuriteError {
  return error instanceof NeuriteError && error.code === "not-finite";
}

function optionsOf(settings: Settings, set: PlaneSet, backend: Backend): Omit<FitOptions, "epochs"> {
  return {
    loss: set.task === "classes" ? binaryCrossEntropy() : meanSquaredError,
    optimizer: optimizers[settings.optimizer](),
    learningRate: settings.rate,
    batchSize: set.trainRows,
    shuffle: false,
    seed: settings.seed,
    backend,
    // dead neurons are seen in the picture
    onWarning: () => undefined,
  };
}

/** The rows that are learnt from. */
function rowsOf({ inputs: [first, second], target, trainRows }: PlaneSet) {
  const inputs = new Float32Array(2 * trainRows);
  for (let row = 0; row < trainRows; row++)
    inputs.set([first.values[row] as number, second.values[row] as number], 2 * row);
  const targets = Float32Array.from(target.values.subarray(0, trainRows));
  return {
    inputs: [value(inputs, { shape: [trainRows, 2] })],
    targets: [value(targets, { shape: [trainRows, 1] })],
  };
}

/** The model's weights in a snapshot's state. */
function weightsIn({ state }: Snapshot): Model["weights"] {
  const prefix = "model/";
  return new Map(
    [...state].filter(([name]) => name.startsWith(prefix)).map(([name, held]) => [name.slice(prefix.length), held]),
  );
}
