import type { RegressionFit } from "neurite";
import { counted } from "../terminal/short-number";

/** What the standard errors of a fit assume, in a sentence; `ordinary` says it of those that are not robust. */
export function errorNote(
  { covariance, clusters }: Pick<RegressionFit, "covariance" | "clusters">,
  ordinary: string,
): string {
  switch (covariance) {
    case "ordinary":
      return ordinary;
    case "clusters":
      return `Standard errors are robust to errors that are alike within a cluster (${counted(clusters ?? 0, "cluster")}).`;
    default:
      return `Standard errors are robust to errors that are spread unequally (${covariance}).`;
  }
}
