import { isUnused } from "./encode-inputs";
import type { CategoryEncoder, InputEncoder, TableEncoder } from "./encoder";

/** A longer formula is not read. */
const longest = 10_000;

/**
 * The straight line as a formula in R's grammar, which `neurite regress` fits on all rows of the same table.
 *
 * Null where the line has columns that no formula makes: marks of missing cells, rounds of dates, a place for rare values, categories of many levels;
 * and for classes, unless they are 0 and 1.
 */
export function baselineFormula({ inputs, target }: TableEncoder): string | null {
  const isNumeric = target.task === "regression" || (target.kind === "number" && target.labels.join() === "0,1");
  if (!isNumeric) return null;
  const terms: string[] = [];
  for (const input of inputs) {
    if (isUnused(input)) continue;
    const term = termOf(input);
    if (term === undefined) return null;
    terms.push(term);
  }
  const names = [target.column, ...inputs.map(({ column }) => column)];
  const text = `${formulaName(target.column)} ~ ${terms.length === 0 ? "1" : terms.join(" + ")}`;
  // a column called like the intercept's coefficient is refused there
  return names.includes("Intercept") || text.length > longest ? null : text;
}

/** A column's name as a formula writes it. */
export function formulaName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  return name.includes("`") ? `Q("${name.replace(/["\\]/g, "\\$&")}")` : `\`${name}\``;
}

function termOf(input: InputEncoder): string | undefined {
  const name = formulaName(input.column);
  switch (input.kind) {
    case "number":
    case "boolean":
      return input.missing ? undefined : name;
    case "date":
      return undefined;
    case "category":
      return input.form === "embedding" || input.other ? undefined : factorOf(input, name);
    default:
      return input satisfies never;
  }
}

/** Levels that are numbers have to be told to be levels, and are sorted by size there. */
function factorOf({ levels }: CategoryEncoder, name: string): string {
  const numbers = levels.filter((level) => level.trim() !== "" && Number.isFinite(Number(level)));
  if (numbers.length === 0) return name;
  const [reference = ""] = levels;
  const least = Math.min(...numbers.map(Number));
  if (numbers.length < levels.length || Number(reference) === least) return `C(${name})`;
  return `C(${name}, Treatment("${reference}"))`;
}
