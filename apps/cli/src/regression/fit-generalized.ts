import { type Formula, type GeneralizedFit, generalizedFormula, generalizedResiduals } from "neurite";
import { drawnRows } from "../plots/drawn-rows";
import type { CompleteRows } from "./complete-rows";
import type { FitReport } from "./fit-report";
import { generalizedSummaryText } from "./generalized-summary-text";
import type { GeneralizedFlags } from "./regression-flags";

/** Fits a formula as a generalized linear model of the family that the options ask for. */
export function fitGeneralized(
  formula: Formula,
  { columns, lines }: CompleteRows,
  { family, weights, clusters, robust, link, alpha, level }: GeneralizedFlags,
): FitReport {
  const cells = columns.find(([name]) => name === weights)?.[1];
  const weighing = cells === undefined ? {} : { weights: cells };
  const fit = generalizedFormula(formula, columns, {
    family,
    ...weighing,
    ...(clusters === undefined ? {} : { clusters }),
    ...(robust === undefined ? {} : { robust }),
    ...(link === undefined ? {} : { link }),
    ...(alpha === undefined ? {} : { alpha }),
    ...(level === undefined ? {} : { level }),
  });
  const target = formula.target.name;
  return {
    numbers: { formula: formula.text, target, ...fitNumbers(fit) },
    text: (colors) => generalizedSummaryText(fit, target, colors),
    rows() {
      const rows = generalizedResiduals(fit, columns, weighing);
      const of = {
        fitted: rows.map((row) => row?.fitted ?? null),
        residuals: rows.map((row) => row?.deviance ?? null),
        studentized: rows.map((row) => row?.standardizedDeviance ?? null),
        leverage: rows.map((row) => row?.leverage ?? null),
        cooksDistance: rows.map((row) => row?.cooksDistance ?? null),
        kind: "deviance " as const,
      };
      return drawnRows(of, lines, { target, rank: fit.rank });
    },
  };
}

/** All but what only code can go on with. */
function fitNumbers({ kind: _, recipe: __, spread: ___, modelSpread: ____, ...numbers }: GeneralizedFit) {
  return numbers;
}
