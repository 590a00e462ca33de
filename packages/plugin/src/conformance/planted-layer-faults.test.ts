// Faults planted in layers and activations: each is found by its check, with a message that says what is wrong where.
import { constant, deriveKey, iota, seedKey, type Tensor, type Type, uniform, uniformAt } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import type { Activation, AnyLayer, Layer } from "../index";
import { asLayer } from "./applied";
import { findFaults } from "./finding";
import { layerChecks } from "./layer-checks";
import { told } from "./test-harness";

const inputs: readonly Type[] = [{ shape: [3, 4], dtype: "float32" }];
const ofMade = async (make: () => AnyLayer) => told(await findFaults(layerChecks({ make, inputs })));
const ofLayer = (apply: Layer["apply"]) => ofMade(() => ({ kind: "acme/x", apply }));
const ofActivation = async (apply: Activation["apply"]) =>
  told(await findFaults(layerChecks({ make: () => asLayer({ kind: "acme/x", apply }), inputs, lastAxisOnly: true })));
const zeros = {
  kind: "acme/zeros",
  sample: (shape: readonly number[]) => new Float64Array(shape.reduce((a, b) => a * b, 1)),
};

describe("the checks of layers and activations pass", () => {
  it("smooth, kinked, gated and trained activations", async () => {
    expect(await ofActivation((x) => x.mul(x.sigmoid()))).toBe("");
    expect(await ofActivation((x) => x.maximum(0))).toBe("");
    expect(await ofActivation((x) => x.exp())).toBe(""); // overflow is not a fault where its neighbours overflow too
    expect(await ofActivation((x) => x.softmax())).toBe("");
    expect(
      await ofActivation((x, scope) => x.mul(scope.parameter("s", { shape: x.shape.slice(-1), initializer: zeros }))),
    ).toBe("");
  });

  it("an activation of pairs, for which one unit is too few", async () => {
    const halves = ({ shape }: Tensor) => [...shape.slice(0, -1), (shape.at(-1) ?? 0) / 2, 2];
    expect(await ofActivation((x) => x.reshape(halves(x)).max(-1))).toBe("");
  });

  it("a layer that draws noise from its key", async () => {
    expect(
      await ofLayer(([x], scope) => (scope.training ? x.add(uniform(scope.key("noise"), x.shape, x.dtype)) : x)),
    ).toBe("");
  });
});

describe("the checks of layers and activations find", () => {
  it("hidden state, and say where the graphs part", async () => {
    let calls = 0;
    expect(await ofLayer(([x]) => x.mul(++calls))).toMatch(
      /purity: applied twice, it builds two different graphs: operation \d is .*"constant".* and then .*Keep no state outside of the scope/,
    );
  });

  it("state that objects made alike share", async () => {
    let made = 0;
    const make = () => {
      const number = ++made;
      return { kind: "acme/x", apply: ([x]: readonly [Tensor]) => x.mul(number) };
    };
    expect(await ofMade(make)).toContain("purity: made and applied anew, it builds two different graphs");
  });

  it("a tensor that is kept from one application to the next", async () => {
    let kept: Tensor | undefined;
    expect(
      await ofLayer(([x]) => {
        kept ??= x.tanh();
        return kept;
      }),
    ).toContain("purity: it uses a tensor of an earlier application. Keep no state outside of the scope");
  });

  it("randomness without a seed, also in initial values", async () => {
    let n = 0;
    const unseeded = () => uniformAt(deriveKey(seedKey(3), "stands for Math.random"), n++);
    const noisy = await ofLayer(([x], scope) => (scope.training ? x.add(unseeded()) : x));
    expect(noisy).toContain("purity: applied twice, it builds two different graphs");
    expect(noisy).toContain("seeded randomness: with the same key it gave two different results while training");
    const initializer = { ...zeros, sample: (shape: readonly number[]) => zeros.sample(shape).map(unseeded) };
    expect(await ofLayer(([x], scope) => x.mul(scope.parameter("s", { shape: [4], initializer })))).toContain(
      "purity: applied twice, it starts from other numbers. Let initializers use nothing but their key.",
    );
  });

  it("a key that is asked for and not used, or while predicting", async () => {
    const unused = await ofLayer(([x], scope) => {
      if (scope.training) scope.key("unused");
      return x;
    });
    expect(unused).toBe(
      "seeded randomness: it asks for a key, but other keys give the same result. Use the key, or do not ask.",
    );
    expect(await ofLayer(([x], scope) => x.add(uniform(scope.key("k"), x.shape)))).toContain(
      "random numbers are only there while training",
    );
  });

  it("a gradient that was cut off by mistake", async () => {
    expect(await ofActivation((x) => x.mul(x.stopGradient()))).toMatch(
      /^gradient: at -?[\d.]+ \(number \d+ of "input 0"\) the gradient should be -?[\d.]+ by differences, got -?[\d.]+\. Look for stopGradient/,
    );
  });

  it("a gradient that is wrong only while training", async () => {
    expect(await ofLayer(([x], scope) => (scope.training ? x.mul(x.stopGradient()) : x.mul(x)))).toMatch(
      /gradient: While training: at /,
    );
  });

  it("an activation that cannot be learnt through, and one that is all jumps", async () => {
    expect(await ofActivation((x) => x.mul(4).floor())).toContain(
      'gradient: the gradient of "input 0" is 0 everywhere, although the result depends on it, so it cannot be learnt. Look for floor, sign, less or cast on the way.',
    );
    expect(await ofActivation((x) => x.mul(1e6).sin().sign())).toMatch(
      /gradient: \d of 8 points stand at kinks or jumps, where there is no gradient/,
    );
  });

  it("a gradient whose own gradient breaks", async () => {
    // the value and its slope are those of x, but the slope is held fast
    const held = (x: Tensor) =>
      x.mul(x).mul(0.5).add(x.mul(x.stopGradient())).sub(x.stopGradient().mul(x.stopGradient()).mul(0.5));
    expect(await ofActivation(held)).toContain("second order: ");
  });

  it("a shape that depends on the batch", async () => {
    expect(await ofLayer(([x]) => x.mul(1 / (x.shape[0] ?? 1)))).toContain(
      "shapes: acme/x: the shape depends on the batch",
    );
    expect(await ofLayer(([x]) => x.sum(0))).toContain(
      "shapes: acme/x: an output should have one row for each of 7 rows",
    );
    expect(
      await ofLayer(([x], scope) => x.mul(scope.parameter("s", { shape: [x.shape[0] ?? 0, 1], initializer: zeros }))),
    ).toContain('shapes: the parameter "s" is float32 [3, 1] for 3 rows and float32 [5, 1] for 5.');
  });

  it("a row whose answer depends on the others", async () => {
    expect(await ofLayer(([x]) => x.sub(x.mean(0)))).toMatch(
      /^rows: row 0 alone gives -?[\d.]+, among other rows -?[\d.]+ \(number 0\)\. Work along the axes after the first\./,
    );
    // the first row is row 0 alone or not; the second is row 1 only among others
    expect(await ofLayer(([x]) => x.add(iota(x.shape, 0, x.dtype)))).toContain("rows: row 1 alone gives");
  });

  it("an activation that changes more than the last axis", async () => {
    expect(await ofActivation((x) => x.sum(-1))).toContain(
      "shapes: an activation may change the last axis only: [3, 4] became [3].",
    );
    // refused for another number of units than 1
    expect(await ofActivation((x) => x.reshape([x.shape[0] ?? 0, 4]))).toContain("shapes: reshape: ");
  });

  it("a dtype that is fixed where the scope asks for another", async () => {
    expect(await ofLayer(([x]) => x.cast("float32"))).toContain("dtypes: asked for float64, it gives float32");
    expect(await ofLayer(([x], scope) => (scope.training ? x.mul(constant([1, 2, 3, 4])) : x))).toContain(
      "dtypes: asked for float64 while training, it fails: mul: expected two arrays of one dtype",
    );
  });

  it("NaN and infinity at 0, and NaN far out", async () => {
    expect(await ofActivation((x) => x.div(x.abs()))).toContain(
      "range: where the input is 0 everywhere, a result is NaN. Bound what goes into log, sqrt, pow and division.",
    );
    expect(await ofActivation((x) => x.pow(-2))).toContain(
      "range: where the input is 0 everywhere, a result is infinite, though it is finite nearby.",
    );
    expect(await ofActivation((x) => x.mul(x).sqrt())).toContain(
      "range: where the input is 0 everywhere, a gradient is NaN",
    );
    expect(await ofActivation((x) => x.exp().div(x.exp().add(1)))).toContain(
      "range: where the input is 10000 everywhere, a result is NaN",
    );
    expect(await ofActivation((x) => x.log())).toContain(
      "range: where the input is -10000 everywhere, a result is NaN",
    );
  });

  it("a NaN that comes out as a number", async () => {
    expect(await ofActivation((x) => constant(0, x.dtype).less(x).where(x, 0))).toBe(
      "NaN: where the input is NaN everywhere, the result is 0: a broken value would be hidden. Choose with where so that NaN takes the branch of the input.",
    );
  });

  it("an infinity that comes out as a number", async () => {
    const hiding: Activation["apply"] = (x) => x.sub(x).equal(x.mul(0)).where(x, 7);
    const found = (await ofActivation(hiding)).split("\n");
    expect(found[0]).toBe(
      "infinity: where the input is Infinity everywhere, the result is 7, but 1e+60 where it is 1e+60: a broken value would be hidden. Give the limit, or let it be infinite or NaN.",
    );
    expect(found[1]).toContain("infinity: where the input is -Infinity everywhere, the result is 7, but -1e+60");
  });

  it("no fault in a limit that is come near to slowly", async () => {
    expect(await ofActivation((x) => x.sign().div(x.abs().log1p().add(1)))).toBe("");
  });

  it("a condition in place of numbers", async () => {
    expect(await ofActivation((x) => x.less(0))).toContain(
      "dtypes: asked for float32, it gives bool. Leave the dtype as it comes in.",
    );
  });

  it("an activation that does something else to steps than to rows", async () => {
    expect(await ofActivation((x) => x.mul(x.shape.length - 1))).toBe(
      "broadcasting: for [6, 4] number 0 is -0.5289735198020935, for the same numbers as [3, 2, 4] it is -1.057947039604187. Work element by element, or along the last axis; parameters take its size.",
    );
  });

  it("an input, a shape or a config that is changed in place", async () => {
    const writing: Layer["apply"] = ([x]) => {
      if (x.node.op === "constant") x.node.attributes.value.data[0] = 9;
      return x;
    };
    expect(await ofLayer(writing)).toBe(
      "inputs untouched: it changed the numbers of input 0 in place. Give a new tensor.",
    );
    const turning: Layer["apply"] = ([x]) => {
      const shape = x.shape as number[];
      return x.reshape([-1, shape.reverse()[0] ?? 1]).reshape(shape.reverse());
    };
    expect(await ofLayer(turning)).toBe("");
    const forgetting: Layer["apply"] = ([x]) => {
      (x.shape as number[]).reverse();
      return x;
    };
    expect(await ofLayer(forgetting)).toContain(
      "inputs untouched: it changed the shape of input 0 in place, from [3, 4] to [4, 3].",
    );
    const counting = () => {
      const config = { calls: 0 };
      const apply = ([x]: readonly [Tensor]) => {
        config.calls++;
        return x;
      };
      return { kind: "acme/x", config, apply };
    };
    expect(await ofMade(counting)).toBe("inputs untouched: it changed its own config while it was applied.");
  });
});
