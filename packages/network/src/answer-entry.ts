import { type AnyLayer, type Loss, trace } from "@neurite/plugin";
import type { DType, Entry, Tensor, Type } from "@neurite/tensor";
import { lossesPerRow } from "./losses-per-row";
import { byIndex } from "./run-blocks";
import { rowInputs } from "./trace-rows";

/**
 * The entry that answers for a fixed number of rows.
 *
 * Inputs by position: the network's, then the targets. Outputs: the network's, then the loss of each row for each output. The losses are part of the
 * graph, so that they see the last activation and can work from what went into it.
 */
export function answerEntry(
  model: { readonly network: AnyLayer; readonly inputs: readonly Type[]; readonly dtype: DType },
  tensors: ReadonlyMap<string, Tensor>,
  rows: number,
  scoring: { readonly losses: readonly Loss[]; readonly targets: readonly Type[] } = { losses: [], targets: [] },
): Entry {
  const inputs = rowInputs("input", model.inputs, rows);
  const targets = rowInputs("target", scoring.targets, rows);
  const { outputs } = trace(model.network, inputs, { training: false, dtype: model.dtype, tensors });
  const losses = scoring.losses.length > 0 ? lossesPerRow(scoring.losses, outputs, targets) : [];
  return { inputs: byIndex([...inputs, ...targets]), outputs: byIndex([...outputs, ...losses]), updates: {} };
}
