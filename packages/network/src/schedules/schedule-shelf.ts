import { type ConfigReader, type Plugin, readConfig } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { constantSchedule } from "./constant-schedule";
import { cosineDecay } from "./cosine-decay";
import { cosineRestarts } from "./cosine-restarts";
import { exponentialDecay } from "./exponential-decay";
import { inverseTimeDecay } from "./inverse-time-decay";
import { oneCycle } from "./one-cycle";
import { polynomialDecay } from "./polynomial-decay";
import { stepDecay } from "./step-decay";
import { warmup } from "./warmup";

/** The schedules by name, made of the options in a file. */
export const scheduleShelf = {
  constantSchedule: (config, revival) =>
    constantSchedule({ factor: readConfig("constantSchedule", config, revival).number("factor") }),
  cosineDecay: (config, revival) => {
    const read = readConfig("cosineDecay", config, revival);
    return cosineDecay({ steps: needed("cosineDecay", "steps", read), floor: read.number("floor") });
  },
  cosineRestarts: (config, revival) => {
    const read = readConfig("cosineRestarts", config, revival);
    return cosineRestarts({
      steps: needed("cosineRestarts", "steps", read),
      periodFactor: read.number("periodFactor"),
      heightFactor: read.number("heightFactor"),
      floor: read.number("floor"),
    });
  },
  exponentialDecay: (config, revival) => {
    const read = readConfig("exponentialDecay", config, revival);
    return exponentialDecay({
      steps: needed("exponentialDecay", "steps", read),
      rate: needed("exponentialDecay", "rate", read),
      floor: read.number("floor"),
    });
  },
  inverseTimeDecay: (config, revival) => {
    const read = readConfig("inverseTimeDecay", config, revival);
    return inverseTimeDecay({
      steps: needed("inverseTimeDecay", "steps", read),
      rate: read.number("rate"),
      floor: read.number("floor"),
    });
  },
  oneCycle: (config, revival) => {
    const read = readConfig("oneCycle", config, revival);
    return oneCycle({
      steps: needed("oneCycle", "steps", read),
      pctStart: read.number("pctStart"),
      divFactor: read.number("divFactor"),
      finalDivFactor: read.number("finalDivFactor"),
      // another text than the two is refused by oneCycle itself
      anneal: read.text("anneal") as "cosine" | "linear" | undefined,
    });
  },
  polynomialDecay: (config, revival) => {
    const read = readConfig("polynomialDecay", config, revival);
    return polynomialDecay({
      steps: needed("polynomialDecay", "steps", read),
      power: read.number("power"),
      floor: read.number("floor"),
    });
  },
  stepDecay: (config, revival) => {
    const read = readConfig("stepDecay", config, revival);
    return stepDecay({
      steps: read.number("steps"),
      milestones: read.numbers("milestones"),
      factor: read.number("factor"),
      floor: read.number("floor"),
    });
  },
  warmup: (config, revival) => {
    const read = readConfig("warmup", config, revival);
    return warmup({
      steps: needed("warmup", "steps", read),
      start: read.number("start"),
      next: read.made("schedule", "next"),
    });
  },
} as const satisfies Plugin["schedules"];

/** A number that a schedule cannot be made without. */
function needed(kind: string, name: string, read: ConfigReader): number {
  const found = read.number(name);
  if (found !== undefined) return found;
  throw new NeuriteError(
    "bad-file",
    `${kind}: "${name}" should be given, got nothing. Write the file anew, or add the option.`,
  );
}
