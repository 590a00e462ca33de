import type { AnyLayer } from "@neurite/plugin";
import type { Backend, DType } from "@neurite/tensor";
import { rowType } from "../data";
import { createModel, type Model } from "../model";
import type { Prepared } from "./prepare-data";

/** What may be told of the model that a training starts from. */
interface StartOptions {
  readonly dtype?: DType;
  readonly backend?: Backend;
}

/** The dtype that a training computes in: as told, or that of the model it goes on with. */
export function dtypeOf(network: AnyLayer | Model, { dtype }: StartOptions): DType {
  return dtype ?? ("weights" in network ? network.dtype : "float32");
}

/** What a training starts from: a network with initial weights, or a model with its own. */
export function startModel(
  network: AnyLayer | Model,
  { inputs }: Prepared,
  seed: number,
  options: StartOptions,
): Model {
  const given = "weights" in network ? network : undefined;
  const backend = options.backend ?? given?.backend;
  return createModel(given?.network ?? (network as AnyLayer), {
    inputs: inputs.map(rowType),
    dtype: dtypeOf(network, options),
    seed,
    ...(given && { weights: given.weights }),
    ...(backend && { backend }),
  });
}
