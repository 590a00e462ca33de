import { influence, type RegressionFit } from "neurite";
import { drawnRows } from "../plots/drawn-rows";
import { type PlotOptions, writePlots } from "../plots/write-plots";
import type { CompleteRows } from "../table/complete-rows";

/** The paths of the drawings that were written, and what there was to mind. */
export interface Drawings {
  readonly plots: readonly string[];
  readonly warnings: readonly string[];
}

/** Draws the residuals of a fit into a folder; where it has none, nothing is written but a warning. */
export async function drawResiduals(
  fit: RegressionFit,
  { columns, lines }: CompleteRows,
  weights: string | undefined,
  folder: string,
  options: PlotOptions,
): Promise<Drawings> {
  const rows = drawnRows(fit, influence(fit, columns, weights === undefined ? {} : { weights }), lines);
  if (rows === undefined) {
    return { plots: [], warnings: ["The fit leaves no residuals to draw: no drawing was written."] };
  }
  const { residualPlots } = await import("../plots/residual-plots");
  return { plots: await writePlots(folder, residualPlots(rows), options), warnings: [] };
}
