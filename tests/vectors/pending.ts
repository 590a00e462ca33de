// Cases that neurite cannot meet yet. They have to fail: whoever makes one pass takes it off the list.
import type { Case, Vector } from "./read-vector";

/** By id, or by id and case, or by id, case and dtype. */
const reasons: Readonly<Record<string, string>> = {
  "activation/softplus, grid, float64": "softplus has no threshold, beyond which PyTorch's slope is 1 exactly",
  "loss/bce_with_logits, pos_weight": "binaryCrossEntropy has no weight for what is positive",
  "loss/cross_entropy, label_smoothing_0.1": "categoricalCrossEntropy smooths no labels",
  "optimizer/adagrad": "there is no adagrad",
  "optimizer/lbfgs_quadratic": "there is no lbfgs",
};

/** Why a case cannot pass, where it cannot. */
export function pendingReason({ id }: Vector, { name }: Case, dtype: string): string | undefined {
  return reasons[id] ?? reasons[`${id}, ${name}`] ?? reasons[`${id}, ${name}, ${dtype}`];
}
