import { describe, expect, it } from "vitest";
import figures from "../../../figures.json";
import { productStarts } from "../../figures/activation-figures";
import { spreadOfStarts } from "../../figures/spread-of-starts";
import { generatedSet } from "../sets/generated-set";
import type { PlaneSet } from "../sets/plane-set";
import { planeSet } from "../sets/plane-sets";
import { firstSettings, type Settings } from "./settings";
import { straightLine } from "./straight-line";
import { createTraining, type Frame } from "./train-network";

const product = planeSet("product", [], undefined) as PlaneSet;

async function framesOf(change: Partial<Settings>, steps: number, set = product): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  const training = createTraining({ settings: { ...firstSettings, ...change }, set });
  await training.trainTo(steps, { onFrame: (frame) => void frames.push(frame) });
  return frames;
}

describe("the product of two inputs", () => {
  it.each([
    ["x", 2],
    ["tanh(x)", 2],
    ["x^2", 2],
  ])("ends by %s with %i neurons where it ended before, from ten starts", async (formula, units) => {
    const ends = spreadOfStarts(`${units} of ${formula}`, await productStarts(units, formula), 0.01);
    expect(figures.activations).toMatchObject(ends);
  });
});

describe("createTraining", () => {
  it("keeps every step at first and fewer later, the same ones to the bit each time", async () => {
    const [once, again] = [await framesOf({}, 120), await framesOf({}, 120)];
    expect(once.map(({ step }) => step).slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(once.map(({ step }) => step).slice(-3)).toEqual([96, 100, 120]);
    expect(again.map(({ weights }) => weights)).toEqual(once.map(({ weights }) => weights));
  });

  it("goes on to the bits of a training that never stopped", async () => {
    const whole = await framesOf({}, 20);
    const training = createTraining({ settings: firstSettings, set: product });
    const parts: Frame[] = [];
    for (const to of [3, 11, 20]) await training.trainTo(to, { onFrame: (frame) => void parts.push(frame) });
    expect(parts.map(({ step }) => step)).toEqual(whole.map(({ step }) => step));
    expect(parts.at(-1)?.weights).toEqual(whole.at(-1)?.weights);
  });

  it("draws what the network computes: the last picture is the answer, neuron by neuron before it", async () => {
    const [start] = await framesOf({ layers: [{ units: 2, formula: "x" }] }, 1);
    const { pictures, weights } = start as Frame;
    expect(pictures.map((layer) => layer.length)).toEqual([2, 1]);
    // paths are sorted as asked for: weights [2, 2], bias [2], weights [2, 1], bias [1]; the middle of the grid is the point (0, 0)
    const middle = 16 * 33 + 16;
    const [first, second] = pictures[0] as readonly Float32Array[];
    expect(first?.[middle]).toBeCloseTo(weights[4] as number, 6);
    // the right end of the middle row is (1, 0)
    expect(first?.[16 * 33 + 32]).toBeCloseTo((weights[0] as number) + (weights[4] as number), 6);
    const answer = (first?.[0] as number) * (weights[6] as number) + (second?.[0] as number) * (weights[7] as number);
    expect(pictures[1]?.[0]?.[0]).toBeCloseTo(answer + (weights[8] as number), 5);
  });

  it("stops before the first number that is not finite, with the library's words and the last good step", async () => {
    const frames: Frame[] = [];
    const settings: Settings = { ...firstSettings, layers: [{ units: 3, formula: "x^3" }], optimizer: "sgd", rate: 5 };
    const end = await createTraining({ settings, set: product }).trainTo(1500, {
      onFrame: (frame) => void frames.push(frame),
    });
    expect(end.problem).toMatch(
      /^fit: the loss or a gradient became NaN or infinite in epoch \d+, batch 1.*Lower the learning rate \(now 5\)/,
    );
    expect(frames.at(-1)?.step).toBe(end.step);
    expect([...(frames.at(-1)?.weights ?? [Number.NaN])].every(Number.isFinite)).toBe(true);
  });

  it("tells two groups apart by cross-entropy", async () => {
    const circle = planeSet("circle", [], undefined) as PlaneSet;
    const frames = await framesOf({ layers: [{ units: 4, formula: "tanh(x)" }] }, 500, circle);
    expect(straightLine(circle).heldOut).toBeLessThan(0.8);
    expect(frames.at(-1)?.heldOut).toBeGreaterThan(0.9);
    expect(frames.at(-1)?.answers.every((p) => p >= 0 && p <= 1)).toBe(true);
  });

  it("keeps a single step also where only each twentieth is kept", async () => {
    const frames: Frame[] = [];
    const training = createTraining({ settings: firstSettings, set: product });
    for (const to of [150, 151]) await training.trainTo(to, { onFrame: (frame) => void frames.push(frame) });
    expect(frames.map(({ step }) => step).slice(-3)).toEqual([140, 150, 151]);
  });

  it("ends when it is told to", async () => {
    const stop = new AbortController();
    const training = createTraining({ settings: firstSettings, set: product });
    const end = await training.trainTo(1500, {
      signal: stop.signal,
      onFrame: ({ step }) => {
        if (step === 7) stop.abort();
      },
    });
    expect(end.step).toBe(7);
  });

  it("starts from weights that are handed in", async () => {
    const set = generatedSet({ task: "number", seed: 11, target: "product", truth: (x, y) => x * y });
    // ((a + b)² - (a - b)²) / 4 = a·b
    const start = [1, 1, 1, -1, 0, 0, 0.25, -0.25, 0];
    const settings: Settings = { ...firstSettings, layers: [{ units: 2, formula: "x^2" }] };
    const frame = createTraining({ settings, set, start }).look(start, 0);
    expect(frame.heldOut).toBeCloseTo(1, 6);
    expect(frame.loss).toBeCloseTo(0, 6);
  });
});
