import type { Ending, Epoch, Progress } from "@neurite/network";

/** What one epoch of a table's training came to. */
export interface TableEpoch extends Epoch {
  /** The size of its steps. */
  readonly learningRate: number;
}

/** Where a table's training stands, several times a second; epochs count through all stages. */
export interface TableProgress extends Progress {
  readonly learningRate: number;
}

/** How the training of a table's network went. */
export interface TableHistory {
  /** All stages one after the other, counted from 1. */
  readonly epochs: readonly TableEpoch[];
  /** The epoch whose weights the model has; 0 where nothing was learnt. */
  readonly bestEpoch: number;
  /** Why the last stage ended: "aborted" where a signal ended the training, "timeBudget" where its time was up. */
  readonly ended: Ending;
}
