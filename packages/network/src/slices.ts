/** How long the thread is kept from other work at a time, in milliseconds. */
const sliceTime = 25;

/** Lets the event loop go on: timers, input, an abort. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Cuts a run of steps into slices. */
export interface Slicer {
  /** How many of the remaining steps to run now. */
  next(remaining: number): number;
  /** To be called after steps: lets the event loop go on if a slice is over, and tells whether it did. */
  done(steps: number): Promise<boolean>;
}

/**
 * Decides how many steps to run before the event loop gets its turn.
 *
 * The clock decides only where the run is cut; the steps and their bits are the same however it is sliced.
 */
export function createSlicer(): Slicer {
  let size = 1;
  let sliceStart = performance.now();
  let runStart = sliceStart;
  return {
    next(remaining) {
      runStart = performance.now();
      return Math.max(1, Math.min(remaining, size));
    },
    async done(steps) {
      const now = performance.now();
      const perStep = Math.max(1e-3, (now - runStart) / Math.max(1, steps));
      size = Math.max(1, Math.floor(sliceTime / perStep));
      if (now - sliceStart < sliceTime) return false;
      await pause();
      sliceStart = performance.now();
      return true;
    },
  };
}
