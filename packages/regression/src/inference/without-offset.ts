import type { PreciseColumn } from "../columns/precise-column";
import type { FittedDesign } from "../formula/build-design";
import { operations } from "../formula/operations";
import { paired } from "../formula/precise-operand";

/** What is left of the target for the coefficients to tell. */
export function withoutOffset({ target, offset }: FittedDesign): PreciseColumn {
  return offset === undefined ? target.values : paired(target.values, offset, operations["-"]);
}
