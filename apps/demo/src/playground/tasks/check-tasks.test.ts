import { describe, expect, it } from "vitest";
import { firstSettings, type Settings } from "../training/settings";
import { checkExact, type RunSoFar } from "./check-exact";
import { checkFlat } from "./check-flat";

const run: RunSoFar = { settings: firstSettings, step: 1500, isOver: true, best: 0.746, last: 0.746, line: 0.103 };
const layers = (units: number, formula = "x^2") => [{ units, formula }];

describe("checkExact", () => {
  it.each<[string, Partial<RunSoFar>, string]>([
    ["another set", { settings: { ...firstSettings, set: "circle" } }, "the set “product”"],
    ["more neurons", { settings: { ...firstSettings, layers: layers(4) }, best: 1 }, "Your layer has 4 neurons"],
    [
      "more layers",
      { settings: { ...firstSettings, layers: [...layers(2), ...layers(2)] }, best: 1 },
      "2 hidden layers",
    ],
    ["a training under way", { isOver: false, step: 300 }, "at step 300"],
    ["a function that never bends", { best: 0.103, last: 0.103 }, "never bends"],
    ["a run that got stuck", {}, "This run ended at 0.746"],
  ])("names the slip: %s", (_, change, say) => {
    const verdict = checkExact({ ...run, ...change });
    expect(verdict.solved).toBe(false);
    expect(verdict.say).toContain(say);
  });

  it("takes any function that gets there", () => {
    const settings: Settings = { ...firstSettings, layers: layers(2, "sin(3*x)") };
    expect(checkExact({ ...run, settings, best: 0.998 }).solved).toBe(true);
  });
});

describe("checkFlat", () => {
  it("trains three widths from three starts each", async () => {
    const asked: string[] = [];
    const verdict = await checkFlat({ ...firstSettings, layers: layers(3, "x") }, 0.103, async (setups) => {
      asked.push(...setups.map(({ layers: [layer], seed }) => `${layer?.units} ${layer?.formula} ${seed}`));
      return setups.map(() => 0.103);
    });
    expect(asked).toEqual(["2 x 1", "2 x 2", "2 x 3", "4 x 1", "4 x 2", "4 x 3", "8 x 1", "8 x 2", "8 x 3"]);
    expect(verdict.solved).toBe(true);
  });

  it("says at which width it helps", async () => {
    const verdict = await checkFlat(firstSettings, 0.103, async () => [0.1, 0.1, 0.1, 0.1, 0.99, 0.1, 1, 1, 1]);
    expect(verdict).toMatchObject({ solved: false, say: expect.stringContaining("With 4 neurons it reaches 0.990") });
  });

  it("names the slips: another set, no layer", async () => {
    const none = async () => [];
    expect((await checkFlat({ ...firstSettings, set: "xor" }, 0, none)).say).toContain("product");
    expect((await checkFlat({ ...firstSettings, layers: [] }, 0, none)).say).toContain("add a layer");
  });
});
