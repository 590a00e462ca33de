// A plugin as a third party would write it, with every thing that a kind may ask of its scope.
import {
  type Activation,
  type Constraint,
  type Initializer,
  type Layer,
  type Plugin,
  type Regularizer,
  readConfig,
} from "@neurite/plugin";
import { deriveKey, dimensions, scan, sizeOf, type Tensor, uniform, uniformAt } from "@neurite/tensor";

/** Numbers from -0.5 to 0.5, by the key. */
export const ramp: Initializer = {
  kind: "acme/ramp",
  sample: (shape, key) =>
    Float64Array.from({ length: sizeOf(shape) }, (_, i) => uniformAt(deriveKey(key, "ramp"), i) - 0.5),
};

const widthOf = (x: Tensor) => x.shape.at(-1) ?? 0;

/** x + sin²(a x) / a. */
export const snake = (a = 1): Activation => ({
  kind: "acme/snake",
  config: { a },
  apply: (x) => {
    const wave = x.mul(a).sin();
    return x.add(wave.mul(wave).div(a));
  },
});

/** x · sigmoid(beta x), where beta is trained. */
export const swish: Activation = {
  kind: "acme/swish",
  apply: (x, scope) =>
    x.mul(
      scope
        .parameter("beta", { shape: [widthOf(x)], initializer: ramp })
        .mul(x)
        .sigmoid(),
    ),
};

/** A leak that is drawn while training. */
export const noisy: Activation = {
  kind: "acme/noisy",
  apply: (x, scope) => {
    if (!scope.training) return x.maximum(x.mul(0.25));
    return x.maximum(x.mul(uniform(scope.key("leak"), x.shape, scope.dtype).mul(0.5)));
  },
};

/** Keeps a running mean, scales, drops out and penalizes. */
export const mix = (rate: number): Layer => ({
  kind: "acme/mix",
  config: { rate },
  apply: ([x], scope) => {
    const shape = [widthOf(x)];
    const scale = scope.parameter("scale", { shape, initializer: ramp, decay: false, constraint: clip(0.75) });
    const fixed = scope.parameter("fixed", { shape, initializer: ramp, trainable: false });
    const mean = scope.state("mean", { shape, initializer: ramp });
    scope.penalty(scale.mul(scale).mul(0.01));
    if (!scope.training) return x.sub(mean).mul(scale).add(fixed);
    const batch = x.mean(0);
    scope.update("mean", mean.mul(0.9).add(batch.mul(0.1)));
    const moved = scope.state("mean", { shape, initializer: ramp }); // its own update
    scope.penalty(moved.mul(moved).sum());
    const mask = uniform(scope.key("mask"), x.shape, scope.dtype).less(rate);
    const again = uniform(scope.key("mask"), x.shape, scope.dtype).less(rate);
    return mask.where(0, again.where(0, x.sub(batch).mul(scale)).add(fixed));
  },
});

/** Layers inside, one of them with an activation of its own. */
export const block = (inner: Layer, activation: Activation): Layer => ({
  kind: "acme/block",
  config: { inner, activation },
  apply: ([x], scope) => x.add(scope.activate("gate", activation, scope.child("inner", inner, [x]))),
});

/** Reads its input off the table of another layer. */
export const tied = (table: Layer): Layer => ({
  kind: "acme/tied",
  config: { table },
  apply: ([x], scope) => x.matmul(scope.shared(table, "weights"), { transposeB: true }),
});

/** A recurrent layer by scan, its cell's activation applied within the loop. */
export const recurrent = (units: number, activation: Activation): Layer => ({
  kind: "acme/recurrent",
  config: { units, activation },
  apply: ([x], scope) => {
    const [rows, , features] = dimensions(x, 3, "acme/recurrent");
    const weights = scope.parameter("weights", { shape: [features + units, units], initializer: ramp });
    const start = x.slice([0, 0, 0], [rows, 1, 1]).reshape([rows, 1]).mul(0).broadcast([rows, units]);
    const { carries } = scan([start], [x.transpose([1, 0, 2])], ([h], [now]) => {
      const both = now.pad([0, 0], [0, units]).add(h.pad([0, features], [0, 0]));
      return { carries: [scope.activate("cell", activation, both.matmul(weights))] };
    });
    return carries[0];
  },
});

/** Two inputs, joined by trained weights. */
export const pair = (): Layer<readonly [Tensor, Tensor]> => ({
  kind: "acme/pair",
  arity: 2,
  apply: ([a, b], scope) => {
    const share = scope.parameter("share", { shape: [widthOf(a)], initializer: ramp });
    return a.mul(share).add(b.mul(share.neg().add(1)));
  },
});

/** Keeps a parameter within -limit to limit. */
export function clip(limit: number): Constraint {
  return { kind: "acme/clip", config: { limit }, apply: (next) => next.minimum(limit).maximum(-limit) };
}

/** weight · Σ |p|³. */
export const cubic = (weight: number): Regularizer => ({
  kind: "acme/cubic",
  config: { weight },
  apply: (p) => p.abs().pow(3).sum().mul(weight),
});

const need = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("acme: an option is missing");
  return value;
};

export const acme = {
  name: "acme",
  package: { name: "neurite-plugin-acme", version: "1.2.0" },
  activations: {
    "acme/snake": (config, revival) => snake(readConfig("acme/snake", config, revival).number("a")),
    "acme/swish": () => swish,
    "acme/noisy": () => noisy,
  },
  layers: {
    "acme/mix": (config, revival) => mix(need(readConfig("acme/mix", config, revival).number("rate"))),
    "acme/block": (config, revival) => {
      const read = readConfig("acme/block", config, revival);
      return block(need(read.made("layer", "inner")) as Layer, need(read.made("activation", "activation")));
    },
    "acme/tied": (config, revival) =>
      tied(need(readConfig("acme/tied", config, revival).made("layer", "table")) as Layer),
    "acme/recurrent": (config, revival) => {
      const read = readConfig("acme/recurrent", config, revival);
      return recurrent(need(read.number("units")), need(read.made("activation", "activation")));
    },
    "acme/pair": () => pair(),
  },
  constraints: {
    "acme/clip": (config, revival) => clip(need(readConfig("acme/clip", config, revival).number("limit"))),
  },
  regularizers: {
    "acme/cubic": (config, revival) => cubic(need(readConfig("acme/cubic", config, revival).number("weight"))),
  },
  initializers: { "acme/ramp": () => ramp },
} as const satisfies Plugin;
