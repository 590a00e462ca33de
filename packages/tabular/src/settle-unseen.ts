import { createModel, type Model } from "@neurite/network";
import type { Value } from "@neurite/tensor";
import type { InputEncoder } from "./encoder";
import { isEmbedded } from "./features";

/**
 * Gives the vector of unseen values a meaning where no training row has trained it: the mean of the others, weighted by how often
 * each occurs, so that an unseen value counts as an average one.
 */
export function settleUnseen(model: Model, inputs: readonly InputEncoder[]): Model {
  const embedded = inputs.filter(isEmbedded);
  if (embedded.every(({ other }) => other)) return model;
  // The embeddings are traced in the order of the inputs, and weights stand in the order of the trace.
  const tables = [...model.weights.keys()].filter((path) => path.endsWith("/embedding/weights"));
  const weights = new Map(model.weights);
  for (const [i, { other, counts }] of embedded.entries()) {
    const path = tables[i];
    const table = path === undefined ? undefined : weights.get(path);
    if (path !== undefined && table !== undefined && !other) weights.set(path, withMean(table, counts));
  }
  const { network, inputs: shapes, dtype, backend } = model;
  return createModel(network, { inputs: shapes, dtype, backend, weights });
}

/** The table `[counts + 1, width]` with row 0 replaced by the weighted mean of the rest. */
function withMean({ shape, data }: Value, counts: readonly number[]): Value {
  const width = shape[1] ?? 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const settled = Float32Array.from(data);
  for (let unit = 0; unit < width; unit++) {
    let sum = 0;
    for (const [level, count] of counts.entries()) sum += count * (data[(level + 1) * width + unit] as number);
    settled[unit] = sum / total;
  }
  return { shape, dtype: "float32", data: settled };
}
