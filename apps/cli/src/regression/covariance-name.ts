import type { RegressionFit } from "neurite";

/** As statsmodels calls them; the others have the same name. */
const names: Readonly<Partial<Record<RegressionFit["covariance"], string>>> = {
  ordinary: "nonrobust",
  clusters: "cluster",
};

/** What statsmodels calls the covariance that standard errors come from. */
export function covarianceName(covariance: RegressionFit["covariance"]): string {
  return names[covariance] ?? covariance;
}
