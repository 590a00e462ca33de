import type { Metric } from "@neurite/plugin";
import { NeuriteError, type Value } from "@neurite/tensor";

/** The mean loss over all rows and each metric by its kind; `null` where a metric is not defined. */
export interface Scores {
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number | null>>;
}

/** Refuses two metrics of one kind: scores are told by kind, and one would hide the other. */
export function checkMetrics(subject: string, metrics: readonly Metric[]): void {
  const twice = metrics.find(({ kind }, i) => metrics.findIndex((other) => other.kind === kind) < i);
  if (!twice) return;
  throw new NeuriteError(
    "bad-argument",
    `${subject}: "metrics" should have each kind once, got "${twice.kind}" twice. Score the second one by itself, with evaluate.`,
  );
}

/**
 * Scores of answers: predictions and losses per row, as an entry with losses gives them.
 *
 * The losses of several outputs add up; metrics look at the first output.
 */
export function scoresOf(
  answers: readonly Value[],
  targets: readonly Value[],
  weights: Value | undefined,
  metrics: readonly Metric[],
): Scores {
  const losses = answers.slice(answers.length - targets.length);
  const loss = losses.reduce((sum, perRow) => sum + weightedMean(perRow.data, weights?.data), 0);
  const [prediction, target] = [answers[0], targets[0]];
  const scored =
    prediction && target ? metrics.map((metric) => [metric.kind, metric.compute(prediction, target)] as const) : [];
  return { loss, metrics: Object.fromEntries(scored) };
}

function weightedMean(numbers: Value["data"], weights: Value["data"] | undefined): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < numbers.length; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    sum += (numbers[i] as number) * weight;
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
