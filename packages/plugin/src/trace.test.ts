import { deriveKey, evaluate, input, keyTensor, NeuriteError, seedKey, type Tensor, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import type { Activation, Initializer, Layer } from "./index";
import { trace } from "./index";

const half: Initializer = {
  kind: "half",
  sample: (shape) => new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(0.5),
};
const scale: Layer = {
  kind: "acme/scale",
  apply: ([x], scope) => x.mul(scope.parameter("factor", { shape: x.shape.slice(-1), initializer: half })),
};
const noise: Layer = {
  kind: "acme/noise",
  apply: ([x], scope) => (scope.training ? x.add(scope.key("noise").cast("float32").sum()) : x),
};
const both = (...layers: Layer[]): Layer => ({
  kind: "acme/both",
  apply: ([x], scope) => layers.reduce<Tensor>((y, layer, i) => scope.child(String(i), layer, [y]), x),
});
const x = input("x", { shape: [4, 3], dtype: "float32" });
const predict = { training: false, dtype: "float32" } as const;

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
  }
  return "no error";
}

describe("trace", () => {
  it("records parameters by path with the shape that the input asks for", () => {
    const { parameters, output } = trace(both(scale, { ...scale }), [x], predict);
    expect([...parameters.keys()]).toEqual(["0/factor", "1/factor"]);
    expect(parameters.get("0/factor")?.tensor.shape).toEqual([3]);
    expect(output).toMatchObject({ shape: [4, 3] });
  });

  it("uses the tensors that are handed in and refuses those of another type", () => {
    const factor = input("factor", { shape: [3], dtype: "float32" });
    const { outputs } = trace(scale, [x], { ...predict, tensors: new Map([["factor", factor]]) });
    const values = new Map([
      [x, value(new Float32Array(12).fill(2), { shape: [4, 3] })],
      [factor, value([1, 2, 3])],
    ]);
    const [result] = evaluate([outputs[0] as Tensor], values);
    expect([...result.data.slice(0, 3)]).toEqual([2, 4, 6]);
    const wide = input("factor", { shape: [4], dtype: "float32" });
    expect(codeOf(() => trace(scale, [x], { ...predict, tensors: new Map([["factor", wide]]) }))).toContain(
      "bad-shape: factor: expected float32 [3], got float32 [4]",
    );
  });

  it("applies a layer that gives several tensors by childOutputs alone", () => {
    const pair: Layer<readonly [Tensor], readonly Tensor[]> = { kind: "acme/pair", apply: ([y]) => [y, y.neg()] };
    const outer: Layer = {
      kind: "acme/outer",
      apply: ([y], scope) => scope.childOutputs("pair", pair, [y]).reduce((a, b) => a.sub(b)),
    };
    expect(trace(outer, [x], predict).places.map(({ path, outputs }) => [path, outputs.length])).toEqual([
      ["pair", 2],
      ["", 1],
    ]);
    const single: Layer = { kind: "acme/single", apply: ([y], scope) => scope.child("pair", pair, [y]) };
    expect(codeOf(() => trace(single, [x], predict))).toBe(
      "bad-plugin: pair: a layer inside another should give one tensor, got 2. Split it into layers of one output, or apply it with childOutputs.",
    );
  });

  it("gives one layer under one name one set of weights, and refuses it under two names", () => {
    const twice: Layer = {
      kind: "acme/twice",
      apply: ([y], scope) => scope.child("a", scale, [scope.child("a", scale, [y])]),
    };
    expect([...trace(twice, [x], predict).parameters.keys()]).toEqual(["a/factor"]);
    expect(codeOf(() => trace(both(scale, scale), [x], predict))).toBe(
      'layer-reused: acme/scale: one layer object with weights stands at "0" and at "1". Make two layers, or wrap it in shared() to mean one set of weights.',
    );
    expect(codeOf(() => trace(both(noise, noise), [x], predict))).toBe("no error");
  });

  it("refuses two layers under one name", () => {
    const clash: Layer = {
      kind: "acme/clash",
      apply: ([y], scope) => scope.child("a", { ...scale }, [scope.child("a", scale, [y])]),
    };
    expect(codeOf(() => trace(clash, [x], predict))).toContain("two different layers (acme/scale and acme/scale)");
  });

  it("gives each place and each occurrence a key of its own, the same for the same seed", () => {
    const key = keyTensor(deriveKey(seedKey(1), "step"));
    const keysOf = () => {
      const repeated: Layer = {
        kind: "acme/repeated",
        apply: ([y], scope) => scope.child("b", noise, [scope.child("a", noise, [scope.child("a", noise, [y])])]),
      };
      // the same layer without weights may stand under two names
      const { places } = trace(repeated, [x], { training: true, dtype: "float32", key });
      const keys = places.at(-1)?.requests.filter((r) => r.type === "key") ?? [];
      return evaluate(keys.map((r) => r.tensor)).map(({ data }) => data.join());
    };
    expect(new Set(keysOf()).size).toBe(3);
    expect(keysOf()).toEqual(keysOf());
  });

  it("refuses a key outside training", () => {
    const greedy: Layer = { kind: "acme/greedy", apply: ([y], scope) => y.add(scope.key("k").cast("float32").sum()) };
    expect(codeOf(() => trace(greedy, [x], predict))).toContain("bad-plugin: k: random numbers are only there while");
  });

  it("collects penalties once for each application and updates of state only while training", () => {
    const counting: Layer = {
      kind: "acme/counting",
      apply: ([y], scope) => {
        const count = scope.state("count", { shape: [], initializer: half });
        scope.update("count", count.add(1));
        scope.penalty(y.mul(y));
        return y;
      },
    };
    const training = trace(counting, [x], { training: true, dtype: "float32" });
    expect(training.penalties).toHaveLength(1);
    expect(training.penalties[0]?.shape).toEqual([]);
    expect([...training.updates.keys()]).toEqual(["count"]);
    expect(trace(counting, [x], predict).updates.size).toBe(0);
  });

  it("records each application with its inputs, outputs and requests", () => {
    const square: Activation = { kind: "acme/square", apply: (y) => y.mul(y) };
    const layer: Layer = { kind: "acme/outer", apply: ([y], scope) => scope.activate("activation", square, y) };
    const { places } = trace(both(layer, scale), [x], predict);
    expect(places.map(({ path, category, depth }) => [path, category, depth])).toEqual([
      ["0/activation", "activation", 2],
      ["0", "layer", 1],
      ["1", "layer", 1],
      ["", "layer", 0],
    ]);
    expect(places[2]?.requests.map((r) => r.type)).toEqual(["parameter"]);
    expect(places[3]?.requests).toHaveLength(1);
  });

  it("shares a parameter of a layer that was applied before", () => {
    const tied: Layer = {
      kind: "acme/tied",
      apply: ([y], scope) => scope.child("a", scale, [y]).mul(scope.shared(scale, "factor")),
    };
    expect([...trace(tied, [x], predict).parameters.keys()]).toEqual(["a/factor"]);
    const early: Layer = { kind: "acme/early", apply: ([y], scope) => y.mul(scope.shared(scale, "factor")) };
    expect(codeOf(() => trace(early, [x], predict))).toContain('the shared parameter "factor" is not there yet');
  });

  it("refuses a wrong number of inputs, no tensor as a result, and a parameter beyond memory", () => {
    expect(codeOf(() => trace(scale, [x, x], predict))).toContain("acme/scale takes 1 input, got 2");
    const nothing = { kind: "acme/nothing", apply: () => undefined } as unknown as Layer;
    expect(codeOf(() => trace(nothing, [x], predict))).toContain("should return a tensor, got undefined");
    const huge: Layer = {
      kind: "acme/huge",
      apply: ([y], scope) => y.matmul(scope.parameter("weights", { shape: [3, 1e12], initializer: half })),
    };
    expect(codeOf(() => trace(huge, [x], predict))).toContain("the limit is 268435456");
  });

  it("refuses a parameter without a shape, and an initializer that was not made", () => {
    const asking = (spec: unknown): Layer => ({
      kind: "acme/asking",
      apply: ([y], scope) => y.mul(scope.parameter("w", spec as { shape: []; initializer: typeof half })),
    });
    expect(codeOf(() => trace(asking(undefined), [x], predict))).toBe(
      "bad-plugin: w: expected { shape: [...], initializer } with an initializer that was made, such as glorotUniform(), got no shape. Pass both.",
    );
    expect(codeOf(() => trace(asking({ shape: [3] }), [x], predict))).toContain("got undefined. Pass both.");
    expect(codeOf(() => trace(asking({ shape: [3], initializer: () => half }), [x], predict))).toContain(
      "got function. Pass both.",
    );
  });
});
