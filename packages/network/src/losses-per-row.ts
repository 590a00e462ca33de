import type { Loss } from "@neurite/plugin";
import { constant, formatShape, NeuriteError, sizeOf, type Tensor, type Type, type Value } from "@neurite/tensor";

/** The loss of each row for each output: `[rows]` each. */
export function lossesPerRow(
  losses: readonly Loss[],
  outputs: readonly Tensor[],
  targets: readonly Tensor[],
): readonly Tensor[] {
  if (outputs.length !== losses.length || targets.length !== losses.length) {
    throw new NeuriteError(
      "bad-argument",
      `A network of ${outputs.length} outputs needs as many losses and targets, got ${losses.length} and ${targets.length}. Pass one of each for each output.`,
    );
  }
  return losses.map((loss, i) => {
    const output = outputs[i] as Tensor;
    const perRow = loss.apply(output, targets[i] as Tensor);
    if (perRow.shape.length === 1 && perRow.shape[0] === output.shape[0]) return perRow;
    throw new NeuriteError(
      "bad-plugin",
      `The loss "${loss.kind}" should give one number for each of ${output.shape[0]} rows, got shape ${formatShape(perRow.shape)}. Take the mean over all axes but the first.`,
    );
  });
}

/**
 * Shows the losses all targets before anything is trained, so that one that no loss can use is refused by its own words.
 *
 * Nothing is computed: a loss looks at the targets where they are constants.
 */
export function checkTargets(losses: readonly Loss[], outputs: readonly Type[], targets: readonly Value[]): void {
  losses.forEach((loss, i) => {
    const [output, target] = [outputs[i], targets[i]];
    if (!output || !target) return;
    const prediction = constant(0)
      .cast(output.dtype)
      .broadcast([target.shape[0] ?? 0, ...output.shape]);
    if (sizeOf(target.shape) > 0) loss.apply(prediction, constant(target));
  });
}
