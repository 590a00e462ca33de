import { describe, expect, it } from "vitest";
import { createSlicer, pause } from "./slices";

/** Runs epochs of equal steps on a clock of its own; gives the sizes of the calls and the milliseconds between two turns of the event loop. */
async function simulate(options: { epochs: number; steps: number; perStep: number; first?: number; tick?: number }) {
  const { epochs, steps, perStep, first = perStep, tick = 0 } = options;
  let time = 0;
  let lastTurn = 0;
  const slices: number[] = [];
  const slicer = createSlicer({
    now: () => (tick > 0 ? Math.floor(time / tick) * tick : time),
    pause: async () => {
      slices.push(time - lastTurn);
      lastTurn = time;
    },
  });
  const calls: number[][] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const sizes: number[] = [];
    for (let step = 0; step < steps; ) {
      const size = slicer.next(steps - step);
      time += (time === 0 ? first - perStep : 0) + size * perStep;
      step += size;
      sizes.push(size);
      await slicer.done(size);
    }
    calls.push(sizes);
  }
  return { calls, slices };
}

describe("createSlicer", () => {
  it("needs a handful of calls for an epoch of short steps, and one for later epochs", async () => {
    const { calls } = await simulate({ epochs: 3, steps: 78, perStep: 0.02 });
    expect(calls).toEqual([[1, 8, 64, 5], [78], [78]]);
    const long = await simulate({ epochs: 20, steps: 625, perStep: 0.02 });
    expect(long.calls[0]).toEqual([1, 8, 64, 512, 40]);
    const odd = await simulate({ epochs: 20, steps: 600, perStep: 0.02 });
    expect(odd.calls.slice(1).filter(({ length }) => length > 2)).toEqual([]); // 2 where a slice ends within
  });

  it("gives the event loop its turn every 25 milliseconds", async () => {
    const { slices } = await simulate({ epochs: 50, steps: 625, perStep: 0.02 });
    expect(slices.length).toBeGreaterThan(20);
    for (const slice of slices) expect(Math.abs(slice - 25)).toBeLessThan(0.1);
  });

  it("runs steps that are longer than a slice one by one", async () => {
    const { calls, slices } = await simulate({ epochs: 1, steps: 4, perStep: 40 });
    expect(calls).toEqual([[1, 1, 1, 1]]);
    expect(slices).toHaveLength(4);
  });

  it("gets over a first step that takes long because it is compiled", async () => {
    const { calls } = await simulate({ epochs: 1, steps: 625, perStep: 0.02, first: 30 });
    expect(calls[0]?.length).toBeLessThan(16);
  });

  it("is not misled by a clock of whole milliseconds", async () => {
    const { calls, slices } = await simulate({ epochs: 20, steps: 1000, perStep: 0.3, tick: 1 });
    expect(Math.max(...slices)).toBeLessThan(60);
    expect(Math.max(...calls.slice(1).map(({ length }) => length))).toBeLessThan(30);
  });
});

describe("the pause between slices", () => {
  it("lets timers and an abort come through", async () => {
    const signal = AbortSignal.timeout(1);
    let fired = false;
    setTimeout(() => {
      fired = true;
    }, 1);
    while (!(fired && signal.aborted)) await pause(); // a pause that let nothing through would hang here
    expect(fired && signal.aborted).toBe(true);
  });

  it("waits for no timer itself, whose least delay is 1 ms", async () => {
    const { setTimeout: kept } = globalThis;
    globalThis.setTimeout = (() => {
      throw new Error("a timer was waited for");
    }) as unknown as typeof setTimeout;
    try {
      await pause();
    } finally {
      globalThis.setTimeout = kept;
    }
    expect(globalThis.setTimeout).toBe(kept);
  });
});
