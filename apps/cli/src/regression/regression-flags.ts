import type { CellColumn } from "@neurite/csv";
import { type FamilyName, formulaName, type LinkName, NeuriteError, nearestName, type RobustKind } from "neurite";
import { type ColumnFlags, columnOptions } from "../column-options";

/** The options as commander hands them over. */
export interface RegressFlags extends Pick<ColumnFlags, "ignore"> {
  readonly formula?: string;
  readonly target?: string;
  readonly family?: FamilyName;
  readonly link?: LinkName;
  readonly alpha?: number;
  readonly weights?: string;
  readonly robust?: RobustKind;
  readonly clusters?: string;
  readonly level?: number;
  readonly plots?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** The options of a generalized linear model. */
export type GeneralizedFlags = RegressFlags & { readonly family: FamilyName };

/** Whether a generalized linear model is asked for; throws `usage` for an option of one without its family. */
export function isGeneralized(flags: RegressFlags): flags is GeneralizedFlags {
  if (flags.family !== undefined) return true;
  const option = flags.link === undefined ? (flags.alpha === undefined ? undefined : "alpha") : "link";
  if (option === undefined) return false;
  throw new NeuriteError(
    "usage",
    `--${option} belongs to a family, got no --family. Pass it, or leave --${option} out.`,
  );
}

/** The formula that is meant: what --formula says, or --target explained by all other columns. Throws `usage`. */
export function formulaOf({ formula, target, weights, clusters }: RegressFlags): string {
  if (formula !== undefined) return formula;
  if (target === undefined) {
    throw new NeuriteError(
      "usage",
      'Expected --formula or --target, got neither. Pass --formula "y ~ x" with names of columns, or --target y for all other columns.',
    );
  }
  const apart = [weights, clusters].flatMap((name) => (name === undefined ? [] : [` - ${formulaName(name)}`]));
  return `${formulaName(target)} ~ .${apart.join("")}`;
}

/** The columns without those of --ignore, after a check that all columns named by options are there. */
export function columnsFor(flags: RegressFlags, columns: readonly CellColumn[]): readonly CellColumn[] {
  const header = columns.map(([name]) => name);
  const { ignore = [] } = columnOptions(flags, header);
  const { target, weights, clusters } = flags;
  for (const [option, name] of Object.entries({ target, weights, clusters })) {
    if (name !== undefined) checkThere(option, name, header);
  }
  for (const name of ignore) checkThere("ignore", name, header);
  return columns.filter(([name]) => !ignore.includes(name) || name === weights || name === clusters);
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
