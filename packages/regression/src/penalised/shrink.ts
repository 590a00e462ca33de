import { solveCholesky } from "../linear-algebra/cholesky";
import { activeFactor } from "./active-factor";
import { type Descended, polish, type Standard } from "./polish";
import type { Penalties } from "./standard-rows";

/** The minimum where no sizes are penalised, in one step; undefined where the columns are too collinear for it. */
export function shrink(standard: Standard, penalties: Penalties): Descended | undefined {
  const { data, gram, correlations } = standard;
  const { factor, dependent } = activeFactor(data, gram, penalties.l2, Array.from(correlations.keys()));
  if (dependent.length > 0) return undefined;
  const beta = solveCholesky(factor, correlations.length, correlations);
  return polish(standard, penalties, beta);
}
