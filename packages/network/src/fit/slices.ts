/** How long the thread is kept from other work at a time, in milliseconds. */
export const sliceTime = 25;

/** How many times the longest run so far the next one may be: a browser's clock may be coarser than a step is long, and then says 0. */
const growth = 8;

/**
 * Lets the event loop go on: timers, input, an abort.
 *
 * By a message where there are such, since timers wait: 1 ms in Node, 4 ms in browsers. The channel is closed at once, as an open one keeps Node from ending.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === "undefined") {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Cuts a run of steps into slices. */
export interface Slicer {
  /** How many of the remaining steps to run now. */
  next(remaining: number): number;
  /** To be called after steps: lets the event loop go on if a slice is over, and tells whether it did. */
  done(steps: number): Promise<boolean>;
}

/** What a slicer takes of the outside, for its tests. */
export interface Surroundings {
  now(): number;
  pause(): Promise<void>;
  /** How long a slice is, in milliseconds. */
  readonly sliceTime?: number;
}

/**
 * Decides how many steps to run before the event loop gets its turn.
 *
 * The clock decides only where the run is cut; the steps and their bits are the same however it is sliced. The first call runs one step, later
 * ones as many as fit into what is left of the slice. What a step takes is averaged over the last calls, by their steps: a slow first
 * step and the short last one of an epoch count for little.
 */
export function createSlicer({ now, pause: turn, sliceTime: long = sliceTime }: Surroundings): Slicer {
  let most = 1;
  let time = 0;
  let counted = 0;
  let sliceStart = now();
  let runStart = sliceStart;
  return {
    next(remaining) {
      runStart = now();
      const fit = time > 0 ? ((sliceStart + long - runStart) * counted) / time : most;
      return Math.max(1, Math.floor(Math.min(remaining, most, fit)));
    },
    async done(steps) {
      const end = now();
      time = time / 2 + (end - runStart);
      counted = counted / 2 + steps;
      most = Math.max(most, growth * steps);
      if (end - sliceStart < long) return false;
      await turn();
      sliceStart = now();
      return true;
    },
  };
}
