import { type Metric, numberOption } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";

export interface __options__ {
  /** How far off a prediction may be, in the target's unit: 1 unless told otherwise. */
  readonly tolerance?: number | undefined;
}

/**
 * The share of predictions that are near enough: 1 is all of them.
 *
 * Formula: how many `|prediction - target| ≤ tolerance`, divided by how many there are; `null` where there are none. Shapes: prediction and
 * target of as many numbers. Throws `bad-argument` for a tolerance below 0, `bad-data` where the numbers are not as many.
 */
export function __identifier__({ tolerance = 1 }: __options__ = {}): Metric {
  numberOption("__prefix__/__identifier__", "tolerance", tolerance, "a number from 0 up", (x) => x >= 0);
  return {
    kind: "__prefix__/__identifier__",
    config: { tolerance },
    better: "higher",
    compute: ({ data: prediction }, { data: target }) => {
      if (prediction.length !== target.length) {
        throw new NeuriteError(
          "bad-data",
          `__prefix__/__identifier__: expected as many targets as predictions, got ${target.length} and ${prediction.length}. Compare their shapes.`,
        );
      }
      const near = [...prediction].filter((number, i) => Math.abs(number - (target[i] ?? Number.NaN)) <= tolerance);
      return target.length === 0 ? null : near.length / target.length;
    },
  };
}
