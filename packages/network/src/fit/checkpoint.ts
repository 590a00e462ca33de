import { numberOption, type Snapshot } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { positiveOption } from "../positive-option";

/** When and where snapshots go while a training runs. */
export interface Checkpoint {
  /** Keeps a snapshot, for instance as the bytes of `saveSnapshot` in a file; a promise is waited for. */
  readonly save: (snapshot: Snapshot) => void | Promise<void>;
  /** After how many epochs; 1 unless told otherwise, or none where `everySeconds` is given. */
  readonly everyEpochs?: number;
  /** After how many seconds, also within an epoch. */
  readonly everySeconds?: number;
}

/** Decides when the next checkpoint is due. */
export interface Checkpoints {
  afterEpoch(epoch: number): Promise<void>;
  afterSlice(): Promise<void>;
}

export function createCheckpoints(options: Checkpoint | undefined, take: () => Snapshot): Checkpoints {
  if (!options) return { afterEpoch: async () => undefined, afterSlice: async () => undefined };
  const { save, everySeconds } = options;
  const everyEpochs = options.everyEpochs ?? (everySeconds === undefined ? 1 : undefined);
  let last = performance.now();
  const saveNow = async () => {
    await save(take());
    last = performance.now();
  };
  const due = () => everySeconds !== undefined && performance.now() - last >= everySeconds * 1000;
  return {
    afterEpoch: async (epoch) => {
      if ((everyEpochs !== undefined && epoch % everyEpochs === 0) || due()) await saveNow();
    },
    afterSlice: async () => {
      if (due()) await saveNow();
    },
  };
}

/** Refuses settings that could never work. */
export function checkCheckpoint({ save, everyEpochs = 1, everySeconds = 1 }: Checkpoint): void {
  if (typeof save !== "function") {
    throw new NeuriteError(
      "bad-argument",
      `fit: "checkpoint.save" should be a function that takes a snapshot, got ${typeof save}. Pass { save: (snapshot) => … }.`,
    );
  }
  const count = (n: number) => Number.isInteger(n) && n > 0;
  numberOption("fit", "checkpoint.everyEpochs", everyEpochs, "a whole number above 0", count);
  positiveOption("fit", "checkpoint.everySeconds", everySeconds);
}
