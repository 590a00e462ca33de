import { createRegistry, type Json } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { networkPlugin } from "./network-plugin";

const registry = createRegistry({ plugins: [networkPlugin] });
const categories = ["loss", "optimizer", "metric", "schedule"] as const;
const kinds = categories.flatMap((category) => registry.kinds(category).map((kind) => [category, kind] as const));
/** What the kinds are made of that cannot do without options. */
const needs: Readonly<Record<string, Json>> = {
  cosineDecay: { steps: 3 },
  cosineRestarts: { steps: 3 },
  exponentialDecay: { steps: 3, rate: 0.5 },
  inverseTimeDecay: { steps: 3 },
  oneCycle: { steps: 3 },
  polynomialDecay: { steps: 3 },
  stepDecay: { steps: 3 },
  warmup: { steps: 3 },
};
const decay = { weightDecay: 0.1, decayAll: true };
const moments = { beta1: 0.8, beta2: 0.9, epsilon: 0.001 };

describe("networkPlugin", () => {
  it.each(kinds)("makes the %s %s under its own name", (category, kind) => {
    expect(registry.make(category, kind, needs[kind]).kind).toBe(kind);
  });

  it.each([
    ["loss", "huber", { delta: 3 }],
    ["loss", "meanAbsolutePercentageError", { epsilon: 0.5 }],
    ["loss", "binaryCrossEntropy", { fromLogits: true, positiveWeight: [1, 2], labelSmoothing: 0.1 }],
    ["loss", "binaryCrossEntropy", { positiveWeight: 3 }],
    ["loss", "categoricalCrossEntropy", { fromLogits: false, labelSmoothing: 0.1, classWeights: [1, 2, 3] }],
    ["loss", "focal", { gamma: 1, alpha: 0.25, exclusive: false, fromLogits: true }],
    ["loss", "focal", { gamma: 2, alpha: [1, 2] }],
    ["loss", "poisson", { fromLogRate: true, full: true }],
    ["loss", "gammaDeviance", { fromLogMean: true }],
    ["loss", "tweedieDeviance", { power: 1.2, fromLogMean: true }],
    ["loss", "negativeBinomial", { dispersion: 2, fromLogMean: false, full: true }],
    ["loss", "quantile", { quantile: 0.9 }],
    ["loss", "quantile", { quantile: [0.1, 0.9] }],
    ["loss", "klDivergence", { fromLogProbabilities: true }],
    ["loss", "gaussianNegativeLogLikelihood", { epsilon: 0.01, full: true, fromLogVariance: true }],
    ["metric", "calibrationError", { bins: 5 }],
    ["metric", "f1", { threshold: 0.25, average: "weighted" }],
    ["metric", "precision", { threshold: 0.25, average: "micro" }],
    ["metric", "recall", { threshold: 0, average: "macro" }],
    ["metric", "topKAccuracy", { k: 3 }],
    ["schedule", "constantSchedule", { factor: 0.5 }],
    ["schedule", "cosineDecay", { steps: 5, floor: 0.1 }],
    ["schedule", "cosineRestarts", { steps: 5, periodFactor: 2, heightFactor: 0.5, floor: 0.1 }],
    ["schedule", "exponentialDecay", { steps: 5, rate: 0.5, floor: 0.1 }],
    ["schedule", "inverseTimeDecay", { steps: 5, rate: 0.5, floor: 0.1 }],
    ["schedule", "oneCycle", { steps: 5, pctStart: 0.5, divFactor: 5, finalDivFactor: 50, anneal: "linear" }],
    ["schedule", "polynomialDecay", { steps: 5, power: 2, floor: 0.1 }],
    ["schedule", "stepDecay", { steps: 5, factor: 0.5, floor: 0.1 }],
    ["schedule", "stepDecay", { milestones: [5, 6], factor: 0.5, floor: 0.1 }],
    ["schedule", "warmup", { steps: 5, start: 0.1 }],
    ["optimizer", "sgd", { momentum: 0.9, nesterov: true, dampening: 0, ...decay }],
    ["optimizer", "adam", { ...moments, epsilonHat: true, ...decay }],
    ["optimizer", "adamW", { ...moments, epsilonHat: true, ...decay }],
    ["optimizer", "amsgrad", { ...moments, epsilonHat: true, ...decay, decoupled: true }],
    ["optimizer", "nadam", { ...moments, momentumDecay: 0.1, ...decay, decoupled: true }],
    ["optimizer", "radam", { ...moments, ...decay, decoupled: true }],
    ["optimizer", "adamax", { ...moments, epsilonInside: false, ...decay }],
    ["optimizer", "lamb", { ...moments, ...decay }],
    ["optimizer", "lion", { beta1: 0.8, beta2: 0.9, ...decay }],
    ["optimizer", "adadelta", { rho: 0.8, epsilon: 0.001, ...decay }],
    ["optimizer", "adafactor", { beta2Decay: -0.5, epsilon1: 0.1, epsilon2: 0.2, clippingThreshold: 2, ...decay }],
    [
      "optimizer",
      "adagrad",
      { learningRateDecay: 0.1, initialAccumulator: 0.2, epsilon: 0.001, epsilonInside: true, ...decay },
    ],
    [
      "optimizer",
      "rmsprop",
      { alpha: 0.9, epsilon: 0.001, epsilonInside: true, momentum: 0.5, centered: true, ...decay },
    ],
    [
      "optimizer",
      "muon",
      {
        ...{ momentum: 0.5, nesterov: false, iterations: 3, epsilon: 0.001, adjustment: "matchRmsAdamW" },
        ...{ adamRate: 0.1, adamBeta1: 0.8, adamBeta2: 0.9, adamEpsilon: 0.001, ...decay },
      },
    ],
    [
      "optimizer",
      "lbfgs",
      {
        ...{ historySize: 5, maxEvaluations: 9, gradientTolerance: 0.1, changeTolerance: 0.2 },
        ...{ initialStep: 0.5, c1: 0.01, c2: 0.5 },
      },
    ],
  ] as const)("keeps the options of the %s %s", (category, kind, config) => {
    expect(registry.make(category, kind, config).config).toEqual(config);
  });

  it("keeps the schedule after a warm-up", () => {
    const next = { kind: "cosineDecay", config: { steps: 5, floor: 0.1 } };
    expect(registry.make("schedule", "warmup", { steps: 5, next }).config).toMatchObject({ steps: 5, start: 0, next });
  });

  it("names an option that is missing", () => {
    expect(() => registry.make("schedule", "cosineDecay", {})).toThrow(
      'cosineDecay: "steps" should be given, got nothing. Write the file anew, or add the option.',
    );
  });

  it("refuses an option of another kind of value", () => {
    expect(() => registry.make("optimizer", "adam", { beta1: "0.9" })).toThrow(NeuriteError);
    expect(() => registry.make("optimizer", "adam", { beta1: "0.9" })).toThrow(
      'adam: "beta1" should be a number, got "0.9".',
    );
  });
});
