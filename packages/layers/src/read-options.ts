import type { ConfigReader } from "@neurite/plugin";
import type { WeightsAndBiasOptions } from "./weights-and-bias";
import type { Padding } from "./window-options";

/** The options of weights and bias out of a file. */
export function readWeightsAndBias(read: ConfigReader): WeightsAndBiasOptions {
  return {
    useBias: read.flag("useBias"),
    weightsInitializer: read.made("initializer", "weightsInitializer"),
    biasInitializer: read.made("initializer", "biasInitializer"),
    weightsRegularizer: read.made("regularizer", "weightsRegularizer"),
    biasRegularizer: read.made("regularizer", "biasRegularizer"),
    weightsConstraint: read.made("constraint", "weightsConstraint"),
    biasConstraint: read.made("constraint", "biasConstraint"),
  };
}

/** A number, or a pair of them: one for both axes of a plane, or one for each. */
export function readPair(read: ConfigReader, name: string): number | readonly [number, number] | undefined {
  // a list of another length is refused by the layer, in its own words
  return Array.isArray(read.raw(name)) ? (read.numbers(name) as [number, number]) : read.number(name);
}

/** A padding: a word, or what `size` reads. */
export function readPadding<N extends Padding>(
  read: ConfigReader,
  size: (read: ConfigReader, name: string) => N | undefined,
): N | "same" | "valid" | undefined {
  // another word is refused by the layer
  return typeof read.raw("padding") === "string" ? (read.text("padding") as "same" | "valid") : size(read, "padding");
}
