import {
  adamW,
  type Checkpoint,
  createModel,
  type Data,
  type Epoch,
  fit,
  type Model,
  type RowShape,
} from "@neurite/network";
import type { AnyLayer, Loss, Snapshot } from "@neurite/plugin";
import { type Backend, deriveKey, seedKey, type Value } from "@neurite/tensor";
import { type StageMemory, splitStages, withStages } from "./stage-snapshot";
import { stagesOf, timeShares } from "./stages";
import type { TableEpoch, TableHistory, TableProgress } from "./training-history";
import type { TrainingSettings } from "./training-settings";

/** Who watches a training, and how it can be ended. */
export interface TrainingWatch {
  /** Ends the training between two steps; the best weights so far are kept. */
  readonly signal?: AbortSignal | undefined;
  /** Called several times a second. */
  readonly onProgress?: ((progress: TableProgress) => void) | undefined;
  /** Called after each epoch; the training waits for a promise, so it can be paused. */
  readonly onEpoch?: ((epoch: TableEpoch) => unknown) | undefined;
  /** Seconds after which the training of the network ends with its best weights. */
  readonly timeBudget?: number | undefined;
  /** Hands out snapshots along the way, to be kept (`saveSnapshot`) in case the process dies. */
  readonly checkpoint?: Checkpoint | undefined;
  /** Goes on from a snapshot with the same table and options, as if the training had never stopped. */
  readonly from?: Snapshot | undefined;
}

/** What a training is made of. */
export interface TrainingPlan extends TrainingWatch {
  readonly network: AnyLayer;
  readonly inputs: readonly RowShape[];
  readonly train: Data;
  /** Undefined where no rows were held back. */
  readonly validation: Data | undefined;
  readonly loss: Loss;
  readonly settings: TrainingSettings;
  readonly seed: number;
  readonly backend?: Backend | undefined;
}

/** A model with the history that led to it. */
export interface Trained {
  readonly model: Model;
  readonly history: TableHistory;
  /** What the training has to say, such as how many units are dead. */
  readonly remarks: readonly string[];
}

/** A model before anything was learnt, or with weights of before. */
export function untrained(
  { network, inputs, seed, backend }: Omit<TrainingPlan, "loss" | "train">,
  weights: ReadonlyMap<string, Value> = new Map(),
): Trained {
  const model = createModel(network, {
    inputs,
    seed,
    ...(weights.size > 0 && { weights }),
    ...(backend && { backend }),
  });
  return { model, history: { epochs: [], bestEpoch: 0, ended: "epochs" }, remarks: [] };
}

/**
 * Trains in stages, each from the best weights so far and with a smaller learning rate, and keeps the weights of the epoch with
 * the lowest validation loss of all; without validation rows those of the last.
 */
export async function trainNetwork(plan: TrainingPlan): Promise<Trained> {
  const { validation, settings, timeBudget, from } = plan;
  const begun = performance.now();
  const resumed = from && splitStages(from, plan.seed);
  const fresh = untrained(plan, resumed?.weights);
  let { model } = fresh;
  let { history, best } = resumed ?? { history: fresh.history, best: null };
  let remarks: readonly string[] = [];
  const stages = stagesOf(settings.epochs, settings.learningRate);
  for (const [at, { epochs, learningRate }] of stages.entries()) {
    if (resumed && at < resumed.stage) continue;
    const before = history;
    const numbered = (epoch: Epoch): TableEpoch => ({
      ...epoch,
      epoch: before.epochs.length + epoch.epoch,
      learningRate,
    });
    const memory: StageMemory = { stage: at, seed: plan.seed, history, best, weights: model.weights };
    const { onEpoch, onProgress, checkpoint } = plan;
    const end = timeBudget && timeBudget * (timeShares[at] ?? 1) - (performance.now() - begun) / 1000;
    if (end !== undefined && end <= 0 && at > 0) {
      history = { ...history, ended: "timeBudget" };
      continue;
    }
    const found: string[] = [];
    const stage = await fit(model, plan.train, {
      loss: plan.loss,
      optimizer: adamW({ weightDecay: settings.weightDecay }),
      epochs,
      learningRate,
      batchSize: settings.batchSize,
      seed: stageSeed(plan.seed, at),
      onWarning: (message) => found.push(message),
      ...(end !== undefined && { timeBudget: Math.max(end, Number.MIN_VALUE) }),
      ...(resumed?.stage === at && { from: resumed.snapshot }),
      ...(checkpoint && {
        checkpoint: { ...checkpoint, save: (snapshot) => checkpoint.save(withStages(snapshot, memory)) },
      }),
      ...(validation && { validationData: validation, earlyStopping: { patience: settings.patience } }),
      ...(plan.signal && { signal: plan.signal }),
      ...(onEpoch && {
        onEpoch: async (epoch) => {
          await onEpoch(numbered(epoch));
        },
      }),
      ...(onProgress && {
        onProgress: (progress) =>
          onProgress({
            ...progress,
            epoch: before.epochs.length + progress.epoch,
            epochs: settings.epochs,
            learningRate,
          }),
      }),
    });
    const { ended, bestEpoch } = stage.history;
    const reached = validation ? (stage.history.epochs[bestEpoch - 1]?.validationLoss ?? best) : null;
    const better = reached === null || best === null || reached < best || before.bestEpoch === 0;
    if (better) {
      model = stage.model;
      best = reached;
      remarks = found;
    }
    history = {
      epochs: [...before.epochs, ...stage.history.epochs.map(numbered)],
      bestEpoch: better ? before.epochs.length + bestEpoch : before.bestEpoch,
      ended,
    };
    if (ended === "aborted") break;
  }
  return { model, history, remarks };
}

/** Each stage takes the rows in orders of its own. */
function stageSeed(seed: number, stage: number): number {
  return stage === 0 ? seed : deriveKey(deriveKey(seedKey(seed), "stage"), stage)[0];
}
