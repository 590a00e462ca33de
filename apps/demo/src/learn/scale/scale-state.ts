import { fieldOf, numbersIn } from "../kept-state";

/** How a reader left the chapter. */
export interface ScaleState {
  /** The guess, as a power of ten; none where it was skipped. */
  readonly guess: number | undefined;
  /** Whether GPT-3 has been shown. */
  readonly shown: boolean;
  /** The wait, in powers of ten of years. */
  readonly wait: number;
}

export const firstScaleState: ScaleState = { guess: 6, shown: false, wait: 0 };

/** A kept state, if it is whole. */
export function parseScaleState(kept: unknown): ScaleState | undefined {
  const [wait] = numbersIn([fieldOf(kept, "wait")], 1) ?? [];
  if (wait === undefined) return undefined;
  const [guess] = numbersIn([fieldOf(kept, "guess")], 1) ?? [];
  return { guess, shown: fieldOf(kept, "shown") === true, wait };
}
