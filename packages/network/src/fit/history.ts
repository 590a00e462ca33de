import type { DeadUnits } from "./dead-units";

/** What one epoch came to. */
export interface Epoch {
  /** From 1. */
  readonly epoch: number;
  /** The mean training loss over the epoch's steps, penalties included. */
  readonly loss: number;
  /** The learning rate of its last step; left out for a minimizer, which has none. */
  readonly learningRate?: number;
  /** The mean loss on the validation rows after the epoch, without penalties. */
  readonly validationLoss?: number;
  /** Metrics on the validation rows by kind; `null` where one is not defined. */
  readonly metrics?: Readonly<Record<string, number | null>>;
}

/**
 * Why a training ended: all epochs were made, nothing got better, a signal, the time was up, or a minimizer found nothing left to gain.
 */
export type Ending = "epochs" | "earlyStopping" | "aborted" | "timeBudget" | "converged";

/** How a training went. */
export interface History {
  readonly epochs: readonly Epoch[];
  /** The epoch whose weights the model has. */
  readonly bestEpoch: number;
  readonly ended: Ending;
  readonly seed: number;
  /** The name of the backend it ran on. */
  readonly engine: string;
  /** Layers with units that no row reaches any more, if there are such. */
  readonly deadUnits: readonly DeadUnits[];
}

/** Where a training stands, several times a second. */
export interface Progress {
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps done in this epoch, and how many it has. */
  readonly step: number;
  readonly steps: number;
  /** The mean training loss of this epoch so far. */
  readonly loss: number;
}
