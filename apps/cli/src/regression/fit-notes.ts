import type { RegressionFit } from "neurite";
import { droppedNote } from "./dropped-note";
import { errorNote } from "./error-note";
import { significant } from "./number-text";

/** Condition numbers of scaled columns from which single coefficients are uncertain (Belsley, Kuh and Welsch 1980, 3.2). */
const strong = 30;

/** What to mind about a fit, in sentences. */
export function fitNotes(fit: RegressionFit): readonly string[] {
  const { dropped, rank, modelDegreesOfFreedom, conditionNumber } = fit;
  const notes = [
    errorNote(
      fit,
      "Standard errors assume that the errors are independent and spread equally around every fitted value.",
    ),
  ];
  if (rank === modelDegreesOfFreedom) notes.push("R² is uncentered, since the model has no intercept.");
  for (const column of dropped) notes.push(droppedNote(column));
  notes.push(...exactnessNotes(fit));
  const collinear = collinearityNote(conditionNumber);
  if (collinear !== undefined) notes.push(`${collinear}${inflationText(fit)}`);
  return notes;
}

/** What a fit that leaves no residuals cannot tell. */
export function exactnessNotes({
  rank,
  degreesOfFreedom,
  perfectFit,
}: Pick<RegressionFit, "rank" | "degreesOfFreedom" | "perfectFit">): readonly string[] {
  if (degreesOfFreedom === 0) {
    return [`There are as many coefficients as rows (${rank}): nothing is left to tell how sure they are.`];
  }
  return perfectFit ? ["The fit is perfect: its residuals are rounding, and what would be infinite is a dash."] : [];
}

/** What nearly collinear columns mean for their coefficients; undefined where they are not. */
export function collinearityNote(conditionNumber: number): string | undefined {
  if (conditionNumber <= strong) return undefined;
  return `The condition number of scaled columns is large, ${significant(conditionNumber, 3)}: columns nearly tell one another, so single coefficients are uncertain (their digits are right all the same).`;
}

/** The coefficients that suffer most. */
function inflationText({ diagnostics }: RegressionFit): string {
  const worst = [...diagnostics.varianceInflation].sort((a, b) => b.factor - a.factor).slice(0, 3);
  const list = worst.map(({ name, factor }) => `${name} ${significant(factor, 3)}`).join(", ");
  return list === "" ? "" : ` Largest factors of variance inflation: ${list}.`;
}
