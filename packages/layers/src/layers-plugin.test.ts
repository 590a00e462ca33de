import { activationsPlugin, leakyRelu, relu } from "@neurite/activations";
import { createRegistry, isRef, type Json } from "@neurite/plugin";
import type { Tensor } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import * as all from "./index";

const maxNorm = { kind: "acme/maxNorm", config: { limit: 2 }, apply: (next: Tensor) => next };
const acme = { name: "acme", constraints: { "acme/maxNorm": () => maxNorm } };
const registry = createRegistry({ plugins: [activationsPlugin, all.layersPlugin, acme] });

/** A config as it comes back from a file: kinds with their config, and nothing else. */
const written = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "object" || value === null) return value as Json;
  const fields = isRef(value)
    ? { kind: value.kind, ...(value.config !== undefined && { config: value.config }) }
    : value;
  return Object.fromEntries(Object.entries(fields).map(([name, part]) => [name, written(part)]));
};

describe("layersPlugin", () => {
  it("knows each kind of the package under the name of its export", () => {
    const known = (["constraint", "layer", "initializer", "regularizer"] as const)
      .flatMap((category) => registry.kinds(category) as readonly string[])
      .filter((kind) => !kind.startsWith("acme/"));
    const exported = Object.keys(all).filter((name) => name !== "layersPlugin");
    expect([...known].sort()).toEqual(exported.sort());
  });

  it("makes a layer again from its config in a file", () => {
    const changed = [
      all.add(),
      all.averagePooling1d({ kernelSize: 3, stride: 1, padding: "same" }),
      all.averagePooling2d({ kernelSize: [3, 2], countPadding: true }),
      all.batchNormalization({ momentum: 0.5, epsilon: 0.25 }),
      all.batchNormalization({ updateRate: 0.5, biasedVariance: true, useScale: false, useBias: false }),
      all.bidirectional(all.lstm({ units: 2 }), { merge: "sum" }),
      all.concatenate({ axis: 1 }),
      all.conv1d({ filters: 2, kernelSize: 3, stride: 2, padding: 1, dilation: 2, groups: 2, activation: relu }),
      all.conv2d({ filters: 2, kernelSize: [3, 1], padding: "same", useBias: false, weightsRegularizer: all.l2(1) }),
      all.dense({ units: 3 }),
      all.dense({
        units: 2,
        activation: leakyRelu({ slope: 0.3 }),
        useBias: false,
        weightsInitializer: all.uniform({ min: 1, max: 2 }),
        biasInitializer: all.constant(4),
        weightsRegularizer: all.l1(0.5),
        biasRegularizer: all.l2(0.25),
        weightsConstraint: maxNorm,
        biasConstraint: maxNorm,
      }),
      all.dropout({ rate: 0.125 }),
      all.embedding({
        categories: 5,
        units: 2,
        weightsInitializer: all.normal({ mean: 1 }),
        weightsRegularizer: all.l2(1),
        weightsConstraint: all.unitNorm({ axis: 1 }),
      }),
      all.flatten(),
      all.globalAveragePooling(),
      all.globalMaxPooling(),
      all.groupNormalization({ groups: 2, epsilon: 0.5, useScale: false, useBias: false }),
      all.gru({ units: 2, resetAfter: false, activation: relu, recurrentActivation: relu }),
      all.layerNormalization({ epsilon: 0.5, axes: 2, useScale: false, useBias: false }),
      all.lstm({
        units: 2,
        returnSequences: true,
        returnState: true,
        forgetBias: 0,
        useRecurrentBias: true,
        recurrentWeightsInitializer: all.ones,
        recurrentWeightsRegularizer: all.l1(1),
        recurrentWeightsConstraint: maxNorm,
      }),
      all.maxPooling1d({ padding: 1 }),
      all.maxPooling2d({ kernelSize: [3, 2], stride: 1 }),
      all.rmsNormalization({ epsilon: 0.5, useScale: false }),
      all.simpleRnn({ units: 2, activation: relu }),
      all.residual(all.residual(all.dense({ units: 3, activation: relu }))),
    ];
    for (const layer of changed) {
      const text = JSON.stringify(written(layer));
      const again = registry.revive("layer", JSON.parse(text));
      expect(JSON.stringify(written(again))).toBe(text);
    }
  });

  it("makes an initializer, a regularizer and a constraint again from its config in a file", () => {
    const changed = [
      all.normal({ mean: 1, standardDeviation: 2 }),
      all.truncatedNormal({ mean: 1, standardDeviation: 2 }),
      all.uniform({ min: 1, max: 2 }),
      all.glorotNormal({ gain: 2 }),
      all.glorotUniform({ gain: 2 }),
      all.heNormal({ gain: 2 }),
      all.heUniform({ gain: 2 }),
      all.lecunNormal({ gain: 2 }),
      all.lecunUniform({ gain: 2 }),
      all.constant(2),
    ];
    for (const value of changed)
      expect(written(registry.revive("initializer", written(value)))).toEqual(written(value));
    for (const value of [all.elasticNet({ l1: 2, l2: 3 }), all.l1(2), all.l2(2)]) {
      expect(written(registry.revive("regularizer", written(value)))).toEqual(written(value));
    }
    const constraints = [
      all.maxNorm({ max: 3, axis: 1 }),
      all.monotone({ increasing: [0, 2], decreasing: [1] }),
      all.nonNegative,
      all.unitNorm({ axis: 1 }),
    ];
    for (const value of constraints) {
      expect(written(registry.revive("constraint", written(value)))).toEqual(written(value));
    }
    expect(registry.revive("initializer", "zeros")).toBe(all.zeros);
    expect(registry.revive("initializer", { kind: "ones" })).toBe(all.ones);
  });

  it("takes the defaults for options that are not in the file", () => {
    const made = registry.make("layer", "dense", { units: 3 });
    expect(written(made)).toEqual(written(all.dense({ units: 3 })));
  });

  it("names an option that is missing or wrong", () => {
    expect(() => registry.make("layer", "dense", {})).toThrow(
      'dense: "units" should be given, got nothing. Write the file anew, or add the option.',
    );
    expect(() => registry.make("layer", "dense", { units: -3 })).toThrow(
      '"units" should be a whole number above 0, got -3.',
    );
    expect(() => registry.make("layer", "dense", { units: 1e12 })).toThrow('"units" should be at most 268435456');
    expect(() => registry.make("layer", "dropout", { rate: "0.5" })).toThrow(
      'dropout: "rate" should be a number, got "0.5".',
    );
    expect(() => registry.make("layer", "residual", {})).toThrow('residual: "layer" should be given, got nothing.');
    expect(() => registry.make("layer", "dense", { units: 1, activation: "swoosh" })).toThrow(
      'Unknown activation "swoosh".',
    );
    expect(() => registry.make("layer", "dense", { units: 1, activation: { kind: "constructor" } })).toThrow(
      'Unknown activation "constructor".',
    );
  });
});
