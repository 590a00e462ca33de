// Networks that a plugin author might write, against the contracts alone: if one of them gets awkward, a contract is wrong.
import {
  dimensions,
  evaluate,
  input,
  iota,
  keyTensor,
  scan,
  seedKey,
  stack,
  type Tensor,
  value,
} from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import type { Activation, Initializer, Layer, Scope } from "./index";
import { trace } from "./index";

const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
const constant = (n: number): Initializer => ({
  kind: "constant",
  config: { value: n },
  sample: (shape) => new Float64Array(size(shape)).fill(n),
});
const linear = (x: Tensor, scope: Scope, name: string, units: number) =>
  x.matmul(scope.parameter(name, { shape: [x.shape.at(-1) ?? 0, units], initializer: constant(0.1) }));

const prelu = (slope = 0.25): Activation => ({
  kind: "acme/prelu",
  config: { slope },
  apply: (x, scope) => {
    const trained = scope.parameter("slope", { shape: [], initializer: constant(slope), decay: false });
    return x.maximum(0).add(x.minimum(0).mul(trained));
  },
});

const batchNormalization = (momentum = 0.9): Layer => ({
  kind: "acme/batchNormalization",
  config: { momentum },
  apply: ([x], scope) => {
    const shape = [x.shape.at(-1) ?? 0];
    const average = scope.state("mean", { shape, initializer: constant(0) });
    const spread = scope.state("variance", { shape, initializer: constant(1) });
    const centre = scope.training ? x.mean(0) : average;
    const variance = scope.training ? x.sub(centre).pow(2).mean(0) : spread;
    const blend = (old: Tensor, now: Tensor) => old.mul(momentum).add(now.mul(1 - momentum));
    scope.update("mean", blend(average, centre));
    scope.update("variance", blend(spread, variance));
    return x.sub(centre).div(variance.add(1e-5).sqrt());
  },
});

const residual = (inner: Layer): Layer => ({
  kind: "acme/residual",
  config: { inner },
  apply: ([x], scope) => x.add(scope.child("inner", inner, [x])),
});

const lstm = (units: number): Layer => ({
  kind: "acme/lstm",
  config: { units },
  apply: ([x], scope) => {
    const [rows, , features] = dimensions(x, 3, "lstm");
    const weights = scope.parameter("weights", { shape: [features + units, 4 * units], initializer: constant(0.1) });
    const start = x.slice([0, 0, 0], [rows, 1, 1]).reshape([rows, 1]).mul(0).broadcast([rows, units]);
    const { carries } = scan([start, start], [x.transpose([1, 0, 2])], ([h, c], [now]) => {
      const both = now.pad([0, 0], [0, units]).add(h.pad([0, features], [0, 0]));
      const gates = both.matmul(weights);
      const gate = (i: number) => gates.slice([0, i * units], [rows, units]);
      const next = gate(0)
        .sigmoid()
        .mul(c)
        .add(gate(1).sigmoid().mul(gate(2).tanh()));
      return { carries: [gate(3).sigmoid().mul(next.tanh()), next] };
    });
    return carries[0];
  },
});

/** A transformer of one head; the words' table also reads the answer off. */
const gpt = (options: { words: number; units: number; blocks: number }): Layer => ({
  kind: "acme/gpt",
  config: options,
  apply: ([ids], scope) => {
    const { words, units, blocks } = options;
    const [, length] = dimensions(ids, 2, "gpt");
    const table = scope.parameter("table", { shape: [words, units], initializer: constant(0.1) });
    const later = iota([length, length], 0).less(iota([length, length], 1));
    let x = table.gather(ids);
    for (let i = 0; i < blocks; i++) {
      const [q, k, v] = ["q", "k", "v"].map((name) => linear(x, scope, `${i}/${name}`, units)) as [
        Tensor,
        Tensor,
        Tensor,
      ];
      const scores = q.matmul(k, { transposeB: true }).div(Math.sqrt(units));
      x = x.add(later.where(-1e9, scores).softmax().matmul(v));
    }
    return x.matmul(table, { transposeB: true });
  },
});

const row = (...shape: number[]) => input("x", { shape: [2, ...shape], dtype: "float32" });
const training = { training: true, dtype: "float32", key: keyTensor(seedKey(1)) } as const;

describe("the contracts carry", () => {
  it("an activation with a trained slope", () => {
    const host: Layer = { kind: "acme/host", apply: ([x], scope) => scope.activate("activation", prelu(), x) };
    const x = row(2);
    const traced = trace(host, [x], { training: false, dtype: "float32" });
    const slope = traced.parameters.get("activation/slope")?.tensor as Tensor;
    const given = new Map([
      [
        x,
        value([
          [-4, 2],
          [0, -8],
        ]),
      ],
      [slope, value(new Float32Array([0.25]), { shape: [] })],
    ]);
    expect([...(evaluate(traced.outputs, given)[0]?.data ?? [])]).toEqual([-1, 2, 0, -2]);
  });

  it("batch normalisation with running averages, inside a residual block", () => {
    const traced = trace(residual(batchNormalization()), [row(3)], training);
    expect([...traced.updates.keys()]).toEqual(["inner/mean", "inner/variance"]);
    expect(traced.outputs[0]?.shape).toEqual([2, 3]);
  });

  it("an LSTM as one scan", () => {
    const { parameters, outputs } = trace(lstm(5), [row(7, 3)], training);
    expect(parameters.get("weights")?.tensor.shape).toEqual([8, 20]);
    expect(outputs[0]?.shape).toEqual([2, 5]);
  });

  it("a GPT whose table is used at both ends", () => {
    const ids = input("ids", { shape: [2, 6], dtype: "int32" });
    const { parameters, outputs } = trace(gpt({ words: 11, units: 4, blocks: 2 }), [ids], training);
    expect([...parameters.keys()]).toHaveLength(7);
    expect(outputs[0]?.shape).toEqual([2, 6, 11]);
  });

  it("a layer of two inputs and two outputs", () => {
    const cross: Layer<readonly [Tensor, Tensor], readonly [Tensor, Tensor]> = {
      kind: "acme/cross",
      arity: 2,
      apply: ([a, b]) => [a.add(b), stack([a, b], 1).max(1)],
    };
    const traced = trace(cross, [row(3), input("y", { shape: [2, 3], dtype: "float32" })], training);
    expect(traced.outputs.map((t) => t.shape)).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });
});
