import type { DrawnRows } from "../plots/residual-plots";
import type { Colors } from "../terminal/colors";

/** A fit as the command shows it. */
export interface FitReport {
  /** What `--json` prints of it. */
  readonly numbers: object;
  /** The summary for people. */
  text(colors: Colors): string;
  /** The rows with a studentised residual; undefined where none has one. */
  rows(): DrawnRows | undefined;
}
