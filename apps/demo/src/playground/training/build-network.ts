import { type AnyLayer, dense, l1, l2, normal, parseActivation, type Regularizer, sequential, sigmoid } from "neurite";
import type { PlaneSet } from "../sets/plane-set";
import type { PenaltyName, Settings } from "./settings";

/** The network of the settings: hidden layers with their formulas, one output, a sigmoid where it tells groups apart. */
export function buildNetwork(
  { layers, penalty, strength }: Pick<Settings, "layers" | "penalty" | "strength">,
  task: PlaneSet["task"],
): AnyLayer {
  const weightsRegularizer = regularizer(penalty, strength);
  const common = {
    weightsInitializer: normal({ standardDeviation: 0.7 }),
    ...(weightsRegularizer && { weightsRegularizer }),
  };
  return sequential([
    ...layers.map(({ units, formula }) => dense({ units, activation: parseActivation(formula), ...common })),
    dense({ units: 1, ...(task === "classes" && { activation: sigmoid }), ...common }),
  ]);
}

function regularizer(penalty: PenaltyName, strength: number): Regularizer | undefined {
  if (penalty === "none" || strength === 0) return undefined;
  return penalty === "l1" ? l1(strength) : l2(strength);
}
