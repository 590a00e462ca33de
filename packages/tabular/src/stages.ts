/** A part of a training with one learning rate. */
export interface Stage {
  readonly epochs: number;
  readonly learningRate: number;
}

/** What each of the two later stages gets of the epochs. */
const laterShare = 0.15;
/** The share of a time budget after which each stage has to end. */
export const timeShares: readonly number[] = [1 - 2 * laterShare, 1 - laterShare, 1];
/** By how much the learning rate shrinks from stage to stage. */
const shrink = 0.3;

/**
 * A training in three stages, each with a smaller learning rate than the one before: the last steps settle what the first ones found.
 *
 * A stage without epochs is left out.
 */
export function stagesOf(epochs: number, learningRate: number): readonly Stage[] {
  const later = Math.round(laterShare * epochs);
  // products, since JavaScript leaves the last bit of a power open
  const rates = [learningRate, learningRate * shrink, learningRate * (shrink * shrink)];
  return [epochs - 2 * later, later, later]
    .map((n, i) => ({ epochs: n, learningRate: rates[i] as number }))
    .filter((stage) => stage.epochs > 0);
}
