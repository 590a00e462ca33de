import { NeuriteError, nearestName } from "neurite";
import { type ColumnFlags, columnOptions } from "../column-options";
import type { CellColumn } from "../table/cell-columns";

/** The options as commander hands them over. */
export interface RegressFlags extends Pick<ColumnFlags, "ignore"> {
  readonly formula?: string;
  readonly target?: string;
  readonly weights?: string;
  readonly level?: number;
  readonly plots?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** The formula that is meant: what --formula says, or --target explained by all other columns. Throws `usage`. */
export function formulaOf({ formula, target, weights }: RegressFlags): string {
  if (formula !== undefined && target !== undefined) {
    throw new NeuriteError(
      "usage",
      "Expected --formula or --target, got both. The formula names the target: leave --target out.",
    );
  }
  if (formula !== undefined) return formula;
  if (target === undefined) {
    throw new NeuriteError(
      "usage",
      'Expected --formula or --target, got neither. Pass --formula "y ~ x" with names of columns, or --target y for all other columns.',
    );
  }
  const weightless = weights === undefined ? "" : ` - ${columnText(weights)}`;
  return `${columnText(target)} ~ .${weightless}`;
}

/** The columns without those of --ignore, after a check that all columns named by options are there. */
export function columnsFor(flags: RegressFlags, columns: readonly CellColumn[]): readonly CellColumn[] {
  const header = columns.map(([name]) => name);
  const { ignore = [] } = columnOptions(flags, header);
  for (const [option, names] of Object.entries({
    target: flags.target === undefined ? [] : [flags.target],
    weights: flags.weights === undefined ? [] : [flags.weights],
    ignore,
  })) {
    for (const name of names) checkThere(option, name, header);
  }
  return columns.filter(([name]) => !ignore.includes(name) || name === flags.weights);
}

function checkThere(option: string, name: string, header: readonly string[]): void {
  if (header.includes(name)) return;
  const near = nearestName(name, header);
  const meant = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new NeuriteError(
    "missing-column",
    `--${option}: expected a column of the table, got "${name}".${meant} The columns are ${header.map((column) => `"${column}"`).join(", ")}.`,
  );
}

/** A column's name as a formula writes it. */
function columnText(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  return name.includes("`") ? `Q("${name.replace(/["\\]/g, "\\$&")}")` : `\`${name}\``;
}
