import { describe, expect, it } from "vitest";
import type { Frame, Recording } from "../../training/record-training";
import { judgeFast } from "./judge-fast";
import { judgeFree } from "./judge-free";
import { articleStart, flippedStart } from "./start";

const ending = (heldOut: number): Recording => ({
  frames: [{ step: 1500, heldOut, loss: 0, weights: {}, gradients: {}, answers: [] } satisfies Frame],
});
const broken: Recording = { frames: [], broken: { step: 7, message: "fit: the loss became NaN." } };
const changedTo = (...changes: readonly (readonly [number, number])[]) =>
  articleStart.map((weight, i) => changes.find(([at]) => at === i)?.[1] ?? weight);

describe("task 5a", () => {
  const judge = async (start: readonly number[], recording: Recording) => judgeFree(start, async () => recording);

  it("takes any one changed number that ends at 0.88 or more", async () => {
    expect(await judge(changedTo([5, 1]), ending(0.9))).toEqual({
      solved: true,
      say: "0.90 after 1500 steps, from one other number at the start.",
    });
    expect((await judge(changedTo([6, 0.5]), ending(0.88))).solved).toBe(true);
  });

  it("names what is wrong", async () => {
    expect((await judge(articleStart, ending(0.9))).say).toContain("still has the article's weights");
    expect((await judge(changedTo([0, 2], [1, 2]), ending(0.9))).say).toContain("2 numbers are changed");
    expect((await judge(changedTo([0, 2]), ending(0.48))).say).toContain("It ends at 0.48");
    expect(await judge(changedTo([0, 2]), broken)).toEqual({ solved: false, say: "fit: the loss became NaN." });
  });
});

describe("task 5b", () => {
  const judge = (rate: number, recording: Recording, start = flippedStart) =>
    judgeFast(start, rate, async () => recording);

  it("takes fewer than 100 steps", async () => {
    expect(await judge(0.2, { frames: [], reached: 93 })).toEqual({ solved: true, say: "93 steps at a rate of 0.20." });
    // reached before it broke
    expect((await judge(0.9, { ...broken, reached: 99 })).solved).toBe(true);
  });

  it("names what is wrong", async () => {
    expect((await judge(0.1, { frames: [], reached: 100 })).say).toContain("It takes 100 steps.");
    expect((await judge(0.01, ending(0.8))).say).toContain("too small");
    expect((await judge(0.5, ending(0.7))).say).toContain("jump over the valley");
    expect((await judge(1, broken)).say).toBe("fit: the loss became NaN.");
    expect((await judge(0.2, { frames: [], reached: 50 }, articleStart)).say).toContain("Put it back");
  });
});
