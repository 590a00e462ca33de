import type { Metric } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import type { Epoch } from "./history";

/** What a control remembers of the number that it watches from epoch to epoch. */
export interface Watched {
  readonly best: number | null;
  readonly bestEpoch: number;
  readonly wait: number;
}

export const nothingWatched: Watched = { best: null, bestEpoch: 0, wait: 0 };

/** A number of each epoch, and which way is better. */
export interface Monitor {
  read(epoch: Epoch): number | null;
  readonly better: "higher" | "lower";
}

/** What one more epoch does to the memory: better resets the wait, a score that is not defined counts as no better. */
export function watch(before: Watched, epoch: Epoch, { read, better }: Monitor, minDelta: number): Watched {
  const score = read(epoch);
  const gain = score === null ? -1 : before.best === null ? Number.POSITIVE_INFINITY : before.best - score;
  const improved = better === "lower" || before.best === null ? gain > minDelta : -gain > minDelta;
  if (score !== null && improved) return { best: score, bestEpoch: epoch.epoch, wait: 0 };
  return { ...before, wait: before.wait + 1 };
}

/** The number that a control watches: `validationLoss` where there is validation data, else `loss`, unless it names another. */
export function monitorOf(
  control: string,
  named: string | undefined,
  metrics: readonly Metric[],
  validated: boolean,
): Monitor {
  const name = named ?? (validated ? "validationLoss" : "loss");
  const metric = metrics.find(({ kind }) => kind === name);
  const known = validated ? ["loss", "validationLoss", ...metrics.map((m) => m.kind)] : ["loss"];
  if (!known.includes(name)) {
    throw new NeuriteError(
      "bad-argument",
      `fit: "${control}.monitor" is ${JSON.stringify(name)}, there are ${known.join(", ")}. Pass the metric or validation rows, or watch another number.`,
    );
  }
  const read = (epoch: Epoch): number | null =>
    name === "loss"
      ? epoch.loss
      : name === "validationLoss"
        ? (epoch.validationLoss ?? null)
        : (epoch.metrics?.[name] ?? null);
  return { read, better: metric?.better ?? "lower" };
}
