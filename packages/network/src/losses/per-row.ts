import type { Loss } from "@neurite/plugin";
import { constant, evaluate, gradient, type Tensor } from "@neurite/tensor";

/** For tests: the loss of each row, in the order of the rows. */
export function perRow(loss: Loss, prediction: Tensor, target: Tensor): number[] {
  return [...evaluate([loss.apply(prediction, target)])[0].data];
}

/** For tests: the gradient of the sum over rows with respect to a tensor. */
export function slope(loss: Loss, prediction: Tensor, target: Tensor, of: Tensor = prediction): number[] {
  const [g] = gradient(loss.apply(prediction, target).sum(), [of]);
  return g ? [...evaluate([g])[0].data] : [];
}

/** For tests: numbers in float64. */
export const wide = (numbers: readonly number[] | readonly (readonly number[])[]): Tensor =>
  constant(numbers, "float64");

/** A prediction and a target, and what the loss and its slope by the prediction should be. */
export type Row = readonly [prediction: number, target: number, loss: number, slope: number];

/** For tests: the rows, with what came out, whose loss or slope is off by more than a share of what it should be, in float64. */
export function rowsOff(loss: Loss, rows: readonly Row[], tolerance = 1e-13): unknown[] {
  const prediction = wide(rows.map(([p]) => p));
  const target = wide(rows.map(([, t]) => t));
  const [costs, slopes] = [perRow(loss, prediction, target), slope(loss, prediction, target)];
  const off = (got = Number.NaN, want: number) => !(Math.abs(got - want) <= tolerance * Math.abs(want));
  return rows.flatMap(([p, t, cost, s], i) =>
    off(costs[i], cost) || off(slopes[i], s) ? [{ p, t, got: [costs[i], slopes[i]], want: [cost, s] }] : [],
  );
}

/** For tests: whether the losses and slopes of these predictions are all finite, in float32 and float64. */
export function staysFinite(loss: Loss, predictions: readonly number[], targets: readonly number[]): boolean {
  return (["float32", "float64"] as const).every((dtype) => {
    const [p, t] = [constant(predictions, dtype), constant(targets, dtype)];
    return [...perRow(loss, p, t), ...slope(loss, p, t)].every(Number.isFinite);
  });
}
