import { type Activation, type Initializer, type Layer, type Plugin, readConfig } from "@neurite/plugin";
import { sizeOf, uniform } from "@neurite/tensor";

const filled = (number: number): Initializer => ({
  kind: "acme/filled",
  config: { number },
  sample: (shape) => new Float64Array(sizeOf(shape)).fill(number),
});

/** x + sin²(a·x) / a with a trained for each column. Source: Liu and others, "Neural networks fail to learn periodic functions" (2020). */
export const snake = (start = 1): Activation => ({
  kind: "acme/snake",
  config: { start },
  apply: (x, scope) => {
    const a = scope.parameter("a", { shape: x.shape.slice(-1), initializer: filled(start), decay: false });
    const wave = x.mul(a).sin();
    return x.add(wave.mul(wave).div(a));
  },
});

/** Multiplies each column by a trained number, with some noise while training. */
export const noisyScale = (noise = 0.01): Layer => ({
  kind: "acme/noisyScale",
  config: { noise },
  apply: ([x], scope) => {
    const scaled = x.mul(scope.parameter("factor", { shape: x.shape.slice(-1), initializer: filled(1) }));
    if (!scope.training) return scaled;
    return scaled.mul(uniform(scope.key("noise"), x.shape, x.dtype).mul(noise).add(1));
  },
});

export const acme = {
  name: "acme",
  package: { name: "neurite-plugin-acme", version: "1.2.3" },
  activations: {
    "acme/snake": (config, revival) => snake(readConfig("acme/snake", config, revival).number("start")),
  },
  initializers: {
    "acme/filled": (config, revival) => filled(readConfig("acme/filled", config, revival).number("number") ?? 0),
  },
  layers: {
    "acme/noisyScale": (config, revival) => noisyScale(readConfig("acme/noisyScale", config, revival).number("noise")),
  },
} satisfies Plugin;
