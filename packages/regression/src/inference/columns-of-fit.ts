import { NeuriteError } from "@neurite/tensor";
import { onesColumn, rescaleColumn, type ScaledColumn } from "../columns/scaled-column";
import type { Design } from "../formula/build-design";
import type { RegressionFit } from "./regression-fit";

/** The columns of a design that have a coefficient in a fit, in its order and in its scaled units. */
export function columnsOfFit(
  { coefficients, geometry }: RegressionFit,
  design: Design,
  subject: string,
): ScaledColumn[] {
  const named = new Map(design.columns.map(({ name, values }) => [name, values]));
  return coefficients.map(({ name }, at) => {
    if (at === 0 && geometry.intercept) return onesColumn(design.rows);
    const values = named.get(name);
    const scaling = geometry.columns[at];
    if (values !== undefined && scaling !== undefined) return rescaleColumn(values, scaling);
    const known = [...named.keys()].map((key) => JSON.stringify(key)).join(", ");
    throw new NeuriteError(
      "bad-data",
      `${subject}: the columns should give the fit's ${JSON.stringify(name)}, got ${known}. Pass the columns that the fit was made of.`,
    );
  });
}
