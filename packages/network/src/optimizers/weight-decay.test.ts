import { createRegistry, type Optimizer } from "@neurite/plugin";
import { describe, expect, it } from "vitest";
import { networkPlugin } from "../network-plugin";
import { takeSteps } from "./take-steps";

const registry = createRegistry({ plugins: [networkPlugin] });
const kinds = registry.kinds("optimizer").filter((kind) => kind !== "lbfgs");
const make = (kind: (typeof kinds)[number], config: { weightDecay: number; decayAll?: boolean }) =>
  registry.make("optimizer", kind, config) as Optimizer;

// some optimizers divide each gradient by its size, which hides a decay that is part of it in the first step, but not in later ones
const course = {
  start: [0.5, -2],
  gradients: [
    [0.03, 0.5],
    [0.01, -0.2],
    [-0.02, 0.1],
  ],
  learningRate: 0.1,
};
const bias = { ...course, decay: false };

describe.each(kinds)("the weight decay of %s", (kind) => {
  it("moves weights elsewhere", () => {
    expect(takeSteps(make(kind, { weightDecay: 0.5 }), course)).not.toEqual(
      takeSteps(make(kind, { weightDecay: 0 }), course),
    );
  });

  it("leaves biases and norms alone", () => {
    expect(takeSteps(make(kind, { weightDecay: 0.5 }), bias)).toEqual(takeSteps(make(kind, { weightDecay: 0 }), bias));
  });

  it("takes them for weights with decayAll", () => {
    expect(takeSteps(make(kind, { weightDecay: 0.5, decayAll: true }), bias)).toEqual(
      takeSteps(make(kind, { weightDecay: 0.5 }), course),
    );
  });

  it("is refused below 0", () => {
    expect(() => make(kind, { weightDecay: -1 })).toThrow(
      `${kind}: "weightDecay" should be a number from 0 up, got -1. Pass such a number.`,
    );
  });
});
