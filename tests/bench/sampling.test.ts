import { describe, expect, it } from "vitest";
import { libraryNamed, workloadNamed } from "../../bench/catalogue.mjs";
import { linearData, shuffled, trainingData, uniform } from "../../bench/data.mjs";
import { expectFit } from "../../bench/reference.mjs";
import { createSampler } from "../../bench/sampling.mjs";

describe("createSampler", () => {
  it("counts nothing of the warm-up and gives units a second of each sample", () => {
    let time = 0;
    const sampler = createSampler({ warmUp: 1, sample: 2, samples: 2, most: 100 }, () => time);
    const done = [0.5, 1.5, 2.5, 3.5, 4.5, 6.5].map((at) => {
      time = at;
      return sampler.done(10);
    });
    // warm until 1.5; [1.5, 3.5] has two pieces, [3.5, 6.5] the next two
    expect(done).toEqual([false, false, false, false, false, true]);
    expect(sampler.rates).toEqual([10, 20 / 3]);
  });

  it("begins no further sample when it has taken too long", () => {
    let time = 0;
    const sampler = createSampler({ warmUp: 0, sample: 2, samples: 3, most: 5 }, () => time);
    time = 1;
    expect(sampler.done(1)).toBe(false);
    time = 11;
    expect(sampler.done(1)).toBe(true);
    expect(sampler.rates).toEqual([0.1]);
  });
});

describe("the data", () => {
  it("are the same numbers in every run and in every language", () => {
    // uniform(1, 3) of python/data.py
    expect([...uniform(1, 3)]).toEqual([-0.3050144910812378, 0.6434158086776733, 0.585934042930603]);
    const { inputs, targets } = trainingData({ rows: 2, widths: [3, 2], loss: "classes", batch: 1 });
    expect([...targets]).toEqual(
      [0, 1].flatMap((i) => ((inputs[3 * i] ?? 0) > (inputs[3 * i + 1] ?? 0) ? [1, 0] : [0, 1])),
    );
    expect([...shuffled(9, 4)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled(9, 4)).not.toEqual(shuffled(9, 5));
  });
});

describe("the check of a fit", () => {
  it("takes the best slopes with their errors, and refuses others", () => {
    // the mean of 4,000 rows without a column, and its only column's slope by hand
    const data = linearData({ rows: 4000, columns: 1 });
    const [column = new Float64Array(0)] = data.columns;
    const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
    const [mx, my] = [mean(column), mean(data.target)];
    const length = column.reduce((sum, x) => sum + (x - mx) ** 2, 0);
    const slope = column.reduce((sum, x, i) => sum + (x - mx) * ((data.target[i] ?? 0) - my), 0) / length;
    const intercept = my - slope * mx;
    const squares = column.reduce((sum, x, i) => sum + ((data.target[i] ?? 0) - intercept - slope * x) ** 2, 0);
    const fit = { intercept, estimates: [slope], standardErrors: [Math.sqrt(squares / 3998 / length)] };
    expect(() => expectFit(data, fit)).not.toThrow();
    expect(() => expectFit(data, { ...fit, estimates: [slope + 1e-6] })).toThrow("slope 0 is not the best one");
    expect(() => expectFit(data, { ...fit, standardErrors: [0.1] })).toThrow("the standard error of slope 0");
    expect(() => expectFit(data, { ...fit, estimates: [] })).toThrow("1 slopes with their errors, got 0");
  });
});

describe("the peak", () => {
  it("is measured by a module that this Node takes", async () => {
    const { multiply } = await libraryNamed("wasm-peak");
    const { settings } = await workloadNamed("matmul-256");
    if (typeof multiply !== "function") throw new Error("wasm-peak should multiply");
    const square = new Float32Array(0);
    const { times } = await multiply({ size: settings.size, a: square, b: square });
    expect(await times(1)).toBeUndefined();
  });
});
