import { type Initializer, numberOption } from "@neurite/plugin";
import type { Key, Shape } from "@neurite/tensor";
import { sampleTruncated } from "./truncated-normal";
import { sampleUniform } from "./uniform";

export interface VarianceScalingOptions {
  /** Multiplies the standard deviation: 1 unless told otherwise. */
  readonly gain?: number | undefined;
}

/** The variance that is aimed at is `scale / fan`, so that signals neither grow nor fade from layer to layer. */
interface Rule {
  readonly scale: number;
  readonly fan: "input" | "average";
  /** Draws numbers of that standard deviation. A page holds only those functions that it names. */
  readonly draw: (shape: Shape, key: Key, deviation: number) => Float64Array;
}

/** The initializers of Glorot, He and LeCun differ in these three only. */
export function varianceScaling(kind: string, rule: Rule, { gain = 1 }: VarianceScalingOptions): Initializer {
  numberOption(kind, "gain", gain, "a number above 0", (x) => x > 0);
  return {
    kind,
    config: { gain },
    sample: (shape, key) => {
      const { input, output } = fans(shape);
      const fan = rule.fan === "input" ? input : (input + output) / 2;
      return rule.draw(shape, key, gain * Math.sqrt(rule.scale / Math.max(1, fan)));
    },
  };
}

/** Uniform numbers of a standard deviation: they reach `±√(3 · variance)`. */
export function drawUniform(shape: Shape, key: Key, deviation: number): Float64Array {
  const limit = deviation * Math.sqrt(3);
  return sampleUniform(shape, key, -limit, limit);
}

/**
 * Normal numbers truncated at two standard deviations, and widened so that what comes out has the standard deviation again:
 * 0.87962566103423978 is that of a standard normal distribution truncated there (scipy.stats.truncnorm.std(-2, 2); the same is done in
 * Keras' VarianceScaling).
 */
export function drawNormal(shape: Shape, key: Key, deviation: number): Float64Array {
  return sampleTruncated(shape, key, 0, deviation / 0.87962566103423978);
}

/** How many numbers go into a unit and out of an input: the last two axes, times the window of the axes before them. */
function fans(shape: Shape): { input: number; output: number } {
  const window = shape.slice(0, -2).reduce((size, side) => size * side, 1);
  const output = shape.at(-1) ?? 1;
  return { input: window * (shape.at(-2) ?? output), output: window * output };
}
