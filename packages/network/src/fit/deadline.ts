import { createSlicer, pause, type Slicer, sliceTime } from "./slices";

/** Why a training ends between two steps. */
export type Halt = "aborted" | "timeBudget";

/** Tells whether a training has to end now. */
export interface Deadline {
  /** Why it has to end, or undefined. */
  halt(): Halt | undefined;
  /** How many milliseconds are left. */
  left(): number;
  /** Slices short enough for the budget. */
  slicer(): Slicer;
}

/** The share of a time budget that a slice may take, so that the end is met within a few hundredths. */
const share = 0.02;

/** A deadline `budget` seconds from now, and a signal. Without a budget there is time for ever. */
export function createDeadline(signal: AbortSignal | undefined, budget: number | undefined): Deadline {
  const now = () => performance.now();
  const end = budget === undefined ? Number.POSITIVE_INFINITY : now() + budget * 1000;
  const left = () => end - now();
  const long = budget === undefined ? sliceTime : Math.min(sliceTime, budget * 1000 * share);
  return {
    halt: () => (signal?.aborted ? "aborted" : left() <= 0 ? "timeBudget" : undefined),
    left,
    slicer: () => createSlicer({ now, pause, sliceTime: long }),
  };
}
