import { createRegistry } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { networkPlugin } from "./network-plugin";

const registry = createRegistry({ plugins: [networkPlugin] });
const categories = ["loss", "optimizer", "metric"] as const;
const kinds = categories.flatMap((category) => registry.kinds(category).map((kind) => [category, kind] as const));

describe("networkPlugin", () => {
  it.each(kinds)("makes the %s %s under its own name", (category, kind) => {
    expect(registry.make(category, kind).kind).toBe(kind);
  });

  it.each([
    ["loss", "huber", { delta: 3 }],
    ["loss", "binaryCrossEntropy", { fromLogits: true }],
    ["loss", "categoricalCrossEntropy", { fromLogits: false }],
    ["loss", "poisson", { fromLogRate: true }],
    ["optimizer", "sgd", { momentum: 0.9, nesterov: true, dampening: 0, weightDecay: 0.1 }],
    ["optimizer", "adam", { beta1: 0.8, beta2: 0.9, epsilon: 0.001, weightDecay: 0.1 }],
    ["optimizer", "adamW", { beta1: 0.8, beta2: 0.9, epsilon: 0.001, weightDecay: 0.1 }],
    ["optimizer", "rmsprop", { alpha: 0.9, epsilon: 0.001, momentum: 0.5, centered: true, weightDecay: 0.1 }],
  ] as const)("keeps the options of the %s %s", (category, kind, config) => {
    expect(registry.make(category, kind, config).config).toEqual(config);
  });

  it("refuses an option of another kind of value", () => {
    expect(() => registry.make("optimizer", "adam", { beta1: "0.9" })).toThrow(NeuriteError);
    expect(() => registry.make("optimizer", "adam", { beta1: "0.9" })).toThrow(
      'adam: "beta1" should be a number, got "0.9".',
    );
  });
});
