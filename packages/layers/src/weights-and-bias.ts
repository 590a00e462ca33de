import type { Constraint, Initializer, Regularizer } from "@neurite/plugin";
import { glorotUniform } from "./glorot";
import { trainedPart } from "./trained-part";
import { zeros } from "./zeros";

/** The options of layers that have weights and a bias for each of their units. */
export interface WeightsAndBiasOptions {
  /** Whether each unit adds a number of its own: true unless told otherwise. */
  readonly useBias?: boolean | undefined;
  /** `glorotUniform()` unless told otherwise. */
  readonly weightsInitializer?: Initializer | undefined;
  /** `zeros` unless told otherwise. */
  readonly biasInitializer?: Initializer | undefined;
  readonly weightsRegularizer?: Regularizer | undefined;
  readonly biasRegularizer?: Regularizer | undefined;
  readonly weightsConstraint?: Constraint | undefined;
  readonly biasConstraint?: Constraint | undefined;
}

/** The two parameters, checked, and the config that brings them back. */
export function weightsAndBias(kind: string, options: WeightsAndBiasOptions) {
  const { useBias = true, weightsInitializer = glorotUniform(), biasInitializer = zeros } = options;
  const weights = trainedPart(kind, "weights", {
    initializer: weightsInitializer,
    regularizer: options.weightsRegularizer,
    constraint: options.weightsConstraint,
  });
  const bias = trainedPart(kind, "bias", {
    initializer: biasInitializer,
    regularizer: options.biasRegularizer,
    constraint: options.biasConstraint,
    decay: false,
  });
  return { weights, bias: useBias ? bias : undefined, config: { useBias, ...weights.config, ...bias.config } };
}
