// Faults planted in losses, optimizers, initializers, metrics and the like: each is found, with a message that says what is wrong where.
import { constant, sizeOf, type Tensor } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import type { Category, Initializer, Loss, Made, Metric, Minimizer, Optimizer } from "../index";
import { conformanceChecks, findFaults } from "../testing";
import { testHarness, told } from "./test-harness";

const harness = testHarness();
const of = async <C extends Category>(category: C, made: Omit<Made[C], "kind">) =>
  told(await findFaults(conformanceChecks(category, () => ({ ...made, kind: "acme/x" }) as Made[C], {}, harness)));

describe("the checks of an initializer", () => {
  const ofSample = (sample: (count: number) => unknown) =>
    of("initializer", { sample: (shape) => sample(sizeOf(shape)) as Float64Array } satisfies Omit<Initializer, "kind">);

  it("pass one that draws by its key", async () => {
    const sample: Initializer["sample"] = (shape, [high, low]) =>
      Float64Array.from({ length: sizeOf(shape) }, (_, i) => ((high % 97) + (low % 89) + i) / 100);
    expect(await of("initializer", { sample })).toBe("");
  });

  it("find a wrong count, another array, NaN and numbers without a seed", async () => {
    expect(await ofSample(() => new Float64Array(1))).toContain(
      "sample: for the shape [4] it should give 4 numbers, got 1. Fill the whole shape.",
    );
    expect(await ofSample((count) => new Array(count).fill(0))).toContain("it should give a Float64Array, got object");
    expect(await ofSample((count) => new Float64Array(count).fill(Number.NaN))).toContain("number 0 is NaN");
    let n = 0;
    expect(await ofSample((count) => new Float64Array(count).map(() => n++))).toContain(
      "seeded randomness: the same key gave two different samples. Draw with uniformAt and the key alone",
    );
  });

  it("find numbers that ignore the key, and an array that is handed out twice", async () => {
    expect(await ofSample((count) => new Float64Array(count).map((_, i) => i))).toBe(
      "other keys: different keys gave the same numbers, so that all parameters of one shape start alike. Draw them with the key.",
    );
    const kept = new Map<number, Float64Array>();
    const shared = (count: number) => kept.get(count) ?? kept.set(count, new Float64Array(count).fill(1)).get(count);
    expect(await ofSample(shared)).toContain("fill a new array each time");
  });
});

describe("the checks of a loss", () => {
  const ofLoss = (apply: Loss["apply"]) => of("loss", { apply });

  it("pass the squared error", async () => {
    expect(await ofLoss((p, t) => p.sub(t).pow(2).mean(1))).toBe("");
  });

  it("find one number for all rows, and rows that depend on one another", async () => {
    expect(await ofLoss((p, t) => p.sub(t).pow(2).mean())).toContain(
      "one number a row: 3 rows gave the shape [], not [3]. Take the mean over all axes but the first.",
    );
    expect(await ofLoss((p, t) => p.sub(t).pow(2).mean(1).sub(p.mean()))).toMatch(
      /one number a row: the first row alone gives -?[\d.]+, among others -?[\d.]+\. A row's loss depends on that row alone/,
    );
  });

  it("find a gradient that is cut off, one that is NaN for a perfect prediction, a fixed dtype and hidden state", async () => {
    expect(await ofLoss((p, t) => p.stopGradient().sub(t).pow(2).mean(1))).toMatch(
      /gradient: at [\d.]+ \(number \d of "prediction"\) the gradient should be -?[\d.]+ by differences, got -?0/,
    );
    expect(await ofLoss((p, t) => p.sub(t).pow(2).sum(1).sqrt())).toContain(
      "perfect prediction: where the prediction is the target, the gradient is NaN. Keep sqrt and log from 0.",
    );
    expect(await ofLoss((p, t) => p.sub(t).pow(2).mean(1).cast("float64"))).toContain(
      "dtypes: for predictions in float32 it gives float64",
    );
    let calls = 0;
    expect(await ofLoss((p, t) => p.sub(t).pow(2).mean(1).mul(++calls))).toContain("purity: applied twice");
  });

  it("find one that leaves out the prediction or the target, and one that hides NaN", async () => {
    expect(await ofLoss((p, t) => p.mul(0).add(t).mean(1))).toContain(
      "both: each row keeps its loss when it gets the prediction of another row. Use the prediction, or hand a sample whose rows differ.",
    );
    expect(await ofLoss((p) => p.pow(2).mean(1))).toContain("both: each row keeps its loss when it gets the target");
    expect(
      await ofLoss((p, t) => {
        const rows = p.sub(t).pow(2).mean(1);
        return rows.equal(rows).where(rows, 0);
      }),
    ).toBe(
      "NaN: where the prediction is NaN, the loss of row 0 is 0: a broken value would be hidden. Let NaN through.",
    );
  });
});

describe("the checks of an optimizer", () => {
  const plain: Optimizer = {
    kind: "acme/x",
    mode: "step",
    state: () => ({}),
    update: ({ parameter, gradient, learningRate }) => ({
      parameter: parameter.sub(gradient.mul(learningRate)),
      state: {},
    }),
  };
  const ofUpdate = (update: Optimizer["update"], state: Optimizer["state"] = plain.state) =>
    of("optimizer", { ...plain, state, update } as Optimizer);
  const slot = { average: { shape: [3], dtype: "float64" as const } };

  it("pass plain descent", async () => {
    expect(await of("optimizer", plain)).toBe("");
  });

  it("find one that climbs, and one that breaks where there is no gradient", async () => {
    expect(
      await ofUpdate(({ parameter, gradient }) => ({ parameter: parameter.add(gradient.mul(0.01)), state: {} })),
    ).toMatch(
      /descent: after 50 steps in float32 from the shape \[3\], Σ \(w - goal\)² should be below its start of 14, got [\d.]+/,
    );
    const norm = (g: Tensor) => g.mul(g).sum().sqrt();
    expect(
      await ofUpdate(({ parameter, gradient, learningRate }) => ({
        parameter: parameter.sub(gradient.div(norm(gradient)).mul(learningRate)),
        state: {},
      })),
    ).toBe("no gradient: with a gradient of 0 the parameter became NaN. Keep the division from 0 with an epsilon.");
  });

  it("find one that only makes parameters smaller, and one that takes no heed of the learning rate", async () => {
    expect(await ofUpdate(({ parameter }) => ({ parameter: parameter.mul(0.9), state: {} }))).toMatch(
      /^descent: .* from the shape \[3\], Σ \(w - goal\)² should be below its start of 14, got 5\d\.\d+\. Move against the gradient\./,
    );
    expect(
      await ofUpdate(({ parameter, gradient }) => ({ parameter: parameter.sub(gradient.mul(0.01)), state: {} })),
    ).toBe(
      "learning rate: with a learning rate of 0 a step moves 1 to 1.02. Multiply the step by learningRate, so that schedules work.",
    );
  });

  it("find one that treats matrices otherwise, and wrongly", async () => {
    const turned: Optimizer["update"] = (u) =>
      plain.update(u.parameter.shape.length === 2 ? { ...u, gradient: u.gradient.neg() } : u);
    expect(await ofUpdate(turned)).toMatch(
      /^descent: after 50 steps in float32 from the shape \[2, 3\], Σ \(w - goal\)² should be below its start of 25, got [\d.]+/,
    );
  });

  it("find types that change, slots that come from nowhere or go missing, and memory outside", async () => {
    expect(await ofUpdate(({ parameter }) => ({ parameter: parameter.cast("float64").mul(0.9), state: {} }))).toContain(
      "types: the parameter of float32 [3] became float64 [3]. Give every number back in its type.",
    );
    expect(await ofUpdate(plain.update, () => slot)).toContain(
      'types: the slot "average" of float64 [3] became nothing',
    );
    expect(await ofUpdate((u) => ({ ...plain.update(u), state: { stray: u.gradient } }))).toContain(
      'types: the slot "stray" comes out of update, but state does not name it.',
    );
    let calls = 0;
    expect(await ofUpdate((u) => ({ parameter: u.parameter.mul(1 - 0.001 * ++calls), state: {} }))).toContain(
      "determinism: the same steps gave two different results. Keep what goes on from step to step in its state",
    );
  });

  it("pass and find minimizers", async () => {
    const halving = (by: number): Minimizer => ({
      kind: "acme/x",
      mode: "full",
      *steps(objective, from) {
        let point = from;
        for (let step = 0; step < 5; step++) {
          point = point.map((n) => n * by);
          yield { point, loss: objective(point).loss, memory: null };
        }
      },
    });
    expect(await of("optimizer", halving(0.5))).toBe("");
    expect(await of("optimizer", halving(2))).toContain(
      "descent: after at most 50 steps Σ w² should be below its start of 14, got 14336.",
    ); // 14 · 4⁵
  });
});

describe("the checks of a metric", () => {
  const ofMetric = (compute: Metric["compute"], better: unknown = "lower") =>
    of("metric", { compute, better: better as Metric["better"] });

  it("find NaN at the edges, a side that is none, and rows that are sorted in place", async () => {
    expect(await ofMetric((p) => (p.data.length > 0 && p.data.every(Number.isFinite) ? (p.data[0] ?? 0) : null))).toBe(
      "",
    );
    expect(await ofMetric((p, t) => ((p.data[0] ?? 0) - (t.data[0] ?? 0)) / p.data.length)).toContain(
      "never NaN: for no rows it should be a finite number or null, got NaN.",
    );
    expect(await ofMetric(() => null, "up")).toBe(
      'better: "better" should be "higher" or "lower", got "up". Early stopping asks.',
    );
    expect(
      await ofMetric((p) => {
        p.data.sort();
        return null;
      }),
    ).toBe("purity: it changed its input in place. Copy the numbers before you sort them.");
  });
});

describe("the checks of regularizers, constraints and schedules", () => {
  it("find a penalty that is many numbers, and one without a gradient at 0", async () => {
    expect(await of("regularizer", { apply: (w) => w.mul(w).sum().mul(0.1) })).toBe("");
    expect(await of("regularizer", { apply: (w) => w.mul(w) })).toContain(
      "one number: for float32 [3, 4] it gives float32 [3, 4]. Reduce it with sum.",
    );
    expect(await of("regularizer", { apply: (w) => w.mul(w).sum().sqrt() })).toContain(
      "range: for parameters of 0 the number or its gradient is NaN or infinite.",
    );
  });

  it("find a constraint that changes the type, and one that divides by 0", async () => {
    expect(await of("constraint", { apply: (w) => w.maximum(0) })).toBe("");
    expect(await of("constraint", { apply: (w) => w.sum(0) })).toContain(
      "types: a parameter of float32 [3, 4] became float32 [4]. Keep shape and dtype.",
    );
    expect(await of("constraint", { apply: (w) => w.div(w.mul(w).sum(0).sqrt()) })).toContain(
      "range: for parameters of 0 a result is NaN or infinite.",
    );
  });

  it("find a schedule in another dtype, and one that breaks at the first step", async () => {
    expect(await of("schedule", { apply: (step) => constant(0.9, "float64").pow(step) })).toBe("");
    expect(await of("schedule", { apply: (step) => step.cast("float32") })).toContain(
      "one number: for a step it should give float64 [], got float32 [].",
    );
    expect(await of("schedule", { apply: (step) => step.pow(-0.5) })).toContain(
      "range: at step 0 the factor is Infinity.",
    );
  });
});
