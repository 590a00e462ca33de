import { type Value, value } from "@neurite/tensor";
import type { Metric } from "../training";
import type { Check } from "./finding";
import { copyOf, sameBits, sampleValue } from "./sample-values";

const column = (...numbers: readonly number[]) => value(Float64Array.from(numbers), { shape: [numbers.length, 1] });

/** Predictions and targets at the edges of what a table may hold. */
const edges: readonly (readonly [string, Value, Value])[] = [
  ["no rows", column(), column()],
  ["one row", column(0.5), column(1)],
  ["a constant target", column(0.1, 0.9, 0.4), column(1, 1, 1)],
  ["a constant prediction", column(0.5, 0.5, 0.5), column(0, 1, 1)],
  ["a perfect prediction", column(0, 1, 1), column(0, 1, 1)],
  ["huge numbers", column(1e300, -1e300, 1e300), column(-1e300, 1e300, 1)],
  ["a prediction of NaN", column(Number.NaN, 0.5, 0.5), column(0, 1, 1)],
];

/** The score of an ordinary prediction, as text. */
export const scoreText = (metric: Metric): string =>
  String(metric.compute(column(0.2, 0.7, 0.6, 0.1), column(0, 1, 0, 1)));

/** The checks of a metric: a finite number or null, also at the edges, decided by what it is given and nothing else. */
export function metricChecks(make: () => Metric): readonly Check[] {
  return [
    {
      name: "never NaN",
      run: () =>
        edges.flatMap(([what, prediction, target]) => {
          const score = make().compute(prediction, target);
          return score === null || Number.isFinite(score)
            ? []
            : [
                `for ${what} it should be a finite number or null, got ${score}. Give null where the score is not defined.`,
              ];
        }),
    },
    {
      name: "purity",
      run: () => {
        const metric = make();
        const [prediction, target] = ["prediction", "target"].map((name) =>
          sampleValue(name, { shape: [4, 1], dtype: "float32" }),
        ) as [Value, Value];
        const before = [copyOf(prediction), copyOf(target)] as const;
        const scores = [metric, metric, make()].map((each) => each.compute(prediction, target));
        return [
          ...(scores.every((score) => Object.is(score, scores[0]))
            ? []
            : [`the same rows gave ${scores.join(" and ")}.`]),
          ...(sameBits(prediction, before[0]) && sameBits(target, before[1])
            ? []
            : ["it changed its input in place. Copy the numbers before you sort them."]),
        ];
      },
    },
    {
      name: "better",
      run: () => {
        const better: unknown = make().better;
        return better === "higher" || better === "lower"
          ? []
          : [`"better" should be "higher" or "lower", got ${JSON.stringify(better)}. Early stopping asks.`];
      },
    },
  ];
}
