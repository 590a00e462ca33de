import type { Loss, Metric } from "@neurite/plugin";
import { constant, evaluate, NeuriteError, type Value } from "@neurite/tensor";

/** The mean loss over all rows and each metric by its kind; `null` where a metric is not defined. */
export interface Scores {
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number | null>>;
}

/** Scores of predictions that are already there. Several losses (one for each output) add up; metrics look at the first output. */
export function scoresOf(
  predictions: readonly Value[],
  targets: readonly Value[],
  weights: Value | undefined,
  options: { readonly losses: readonly Loss[]; readonly metrics: readonly Metric[] },
): Scores {
  const { losses, metrics } = options;
  let total = 0;
  losses.forEach((loss, i) => {
    const [prediction, target] = [predictions[i], targets[i]];
    if (!prediction || !target) {
      throw new NeuriteError(
        "bad-data",
        `evaluate: ${losses.length} losses need as many outputs and targets, got ${predictions.length} and ${targets.length}. Pass one loss and one target for each output.`,
      );
    }
    const [perRow] = evaluate([loss.apply(constant(prediction), constant(target))]);
    total += weightedMean(perRow.data, weights?.data);
  });
  const [prediction, target] = [predictions[0], targets[0]];
  const scored =
    prediction && target ? metrics.map((metric) => [metric.kind, metric.compute(prediction, target)] as const) : [];
  return { loss: total, metrics: Object.fromEntries(scored) };
}

function weightedMean(numbers: Value["data"], weights: Value["data"] | undefined): number {
  let sum = 0;
  let total = 0;
  numbers.forEach((n: number, i: number) => {
    const weight = weights?.[i] ?? 1;
    sum += n * weight;
    total += weight;
  });
  return total === 0 ? 0 : sum / total;
}
