import { type Formula, influence, type RegressionFit, regress, wasm } from "neurite";
import { drawnRows } from "../plots/drawn-rows";
import type { CompleteRows } from "./complete-rows";
import type { FitReport } from "./fit-report";
import type { RegressFlags } from "./regression-flags";
import { summaryText } from "./summary-text";

/** Fits a formula by least squares, as the options ask. */
export function fitLeastSquares(formula: Formula, { columns, lines }: CompleteRows, flags: RegressFlags): FitReport {
  const { weights, clusters, robust, level } = flags;
  const weighing = weights === undefined ? {} : { weights };
  const fit = regress(formula, columns, {
    backend: wasm,
    ...weighing,
    ...(clusters === undefined ? {} : { clusters }),
    ...(robust === undefined ? {} : { robust }),
    ...(level === undefined ? {} : { level }),
  });
  return {
    numbers: fitNumbers(fit),
    text: (colors) => summaryText(fit, { weighted: weights !== undefined, colors }),
    rows() {
      const of = influence(fit, columns, weighing);
      return drawnRows({ ...of, studentized: of.internallyStudentized, kind: "" }, lines, fit);
    },
  };
}

/** All but what only code can go on with. */
function fitNumbers({ kind: _, recipe: __, geometry: ___, ...numbers }: RegressionFit) {
  return numbers;
}
