/** How long the thread is kept from other work at a time, in milliseconds. */
const sliceTime = 25;

/** Lets the event loop go on: timers, input, an abort. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/**
 * Decides how many steps to run before the event loop gets its turn.
 *
 * The clock decides only where the run is cut; the steps and their bits are the same however it is sliced.
 */
export function createSlicer(): { next(remaining: number): number; done(steps: number): void } {
  let size = 1;
  let started = 0;
  return {
    next(remaining) {
      started = performance.now();
      return Math.max(1, Math.min(remaining, size));
    },
    done(steps) {
      const perStep = Math.max(1e-3, (performance.now() - started) / Math.max(1, steps));
      size = Math.max(1, Math.floor(sliceTime / perStep));
    },
  };
}
