import { positiveOption } from "../positive-option";
import { shareOption } from "../share-option";

/** The options that Adam and its relatives share. */
export interface MomentOptions {
  /** How slowly the average of the gradients forgets: 0.9 unless told otherwise. */
  readonly beta1?: number | undefined;
  /** How slowly the average of their squares forgets: 0.999 unless told otherwise. */
  readonly beta2?: number | undefined;
  /** Keeps the division from 0: 1e-8 unless told otherwise. */
  readonly epsilon?: number | undefined;
}

/** The options with every gap filled. */
export interface Moments {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Fills the gaps, and refuses what makes no sense. */
export function momentOptions(kind: string, { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: MomentOptions): Moments {
  shareOption(kind, "beta1", beta1);
  shareOption(kind, "beta2", beta2);
  positiveOption(kind, "epsilon", epsilon);
  return { beta1, beta2, epsilon };
}
