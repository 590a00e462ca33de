import { type PlotOptions, writePlots } from "../plots/write-plots";
import type { FitReport } from "./fit-report";

/** The paths of the drawings that were written, and what there was to mind. */
export interface Drawings {
  readonly plots: readonly string[];
  readonly warnings: readonly string[];
}

/** Draws the residuals of a fit into a folder; where it has none, nothing is written but a warning. */
export async function drawResiduals(report: FitReport, folder: string, options: PlotOptions): Promise<Drawings> {
  const rows = report.rows();
  if (rows === undefined) {
    return { plots: [], warnings: ["The fit leaves no residuals to draw: no drawing was written."] };
  }
  const { residualPlots } = await import("../plots/residual-plots");
  return { plots: await writePlots(folder, residualPlots(rows), options), warnings: [] };
}
