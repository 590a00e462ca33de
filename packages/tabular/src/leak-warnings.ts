import { correlation } from "./correlation";
import { findSum, type NamedValues } from "./find-sum";
import { type TypedColumn, valuesOf } from "./typed-column";
import type { Warning } from "./warning";
import { count, quote } from "./wording";

/** From which |r| on a column is as good as the target. */
const asGoodAsEqual = 0.999;
/** From how many rows on such a finding is hardly chance. */
const rowsForEqual = 3;
const rowsForLine = 5;
const rowsForSum = 5;
const rowsForRule = 6;

/**
 * Warns about columns that give the target away: equal to it, in line with it (|r| ≥ 0.999), a category that determines
 * it, or two or three number columns that add up to it.
 */
export function leakWarnings(columns: readonly TypedColumn[], target: TypedColumn): readonly Warning[] {
  const wanted = valuesOf(target);
  const lone = columns.map((column) => ({ column, ...leakOf(column, target, wanted) }));
  const warnings = lone.flatMap(({ column, why }) => (why === undefined ? [] : [leak([column.name], why, "leak")]));
  if (target.kind !== "number") return warnings;
  // The larger part of a sum may be in line with it, but what equals it needs no other part.
  const parts: NamedValues[] = lone.flatMap(({ column, equal }) =>
    column.kind === "number" && !equal ? [column] : [],
  );
  const sum = findSum(parts, wanted, rowsForSum);
  if (sum === undefined) return warnings;
  const terms = sum.terms.map(({ name, sign }, i) => `${sign < 0 ? "- " : i > 0 ? "+ " : ""}${quote(name)}`).join(" ");
  const why = `${terms} is exactly ${quote(target.name)} in all ${count(sum.rows, "row")}`;
  return [
    ...warnings,
    leak(
      sum.terms.map((term) => term.name),
      why,
      "sum-leak",
    ),
  ];
}

function leak(names: readonly string[], why: string, code: "leak" | "sum-leak"): Warning {
  const them = names.length === 1 ? "it is" : "they are";
  const [column = ""] = names;
  const message = `${names.length === 1 ? `Column ${why}` : why}: a leak, if ${them} not known before the target is. Leave out ${names.map(quote).join(", ")} with "ignore".`;
  return { code, column, message, remedy: { option: "ignore", values: names } };
}

function leakOf(column: TypedColumn, target: TypedColumn, wanted: Float64Array): { why?: string; equal?: boolean } {
  const [name, other] = [quote(column.name), quote(target.name)];
  if (column.kind === "date") return {};
  const values = valuesOf(column);
  if (column.kind !== "category" && target.kind !== "category") {
    const { r, rows, equal } = correlation(values, wanted);
    const all = `in all ${count(rows, "row")}`;
    if (equal && rows >= rowsForEqual && r !== 0) return { why: `${name} equals the target ${other} ${all}`, equal };
    if (Math.abs(r) >= asGoodAsEqual && rows >= rowsForLine) {
      const how = `correlation ${r.toFixed(5)} in ${count(rows, "row")}`;
      return { why: `${name} is in line with the target ${other} (${how})` };
    }
  }
  const rule = determines(values, wanted);
  if (rule === undefined) return {};
  // A number that determines a number is a curve without noise, not a leak; with as many classes it is another name.
  if (column.kind !== "category" && (target.kind === "number" || rule.levels !== rule.answers)) return {};
  const how = `each of its ${rule.levels} levels goes with one value of it in all ${count(rule.rows, "row")}`;
  return { why: `${name} determines the target ${other}: ${how}` };
}

/** Whether each value on the left goes with a single value on the right; undefined if not, or if rows are too few to say. */
function determines(left: Float64Array, right: Float64Array) {
  const goesWith = new Map<number, number>();
  let rows = 0;
  for (let row = 0; row < left.length; row++) {
    const [from, to] = [left[row] as number, right[row] as number];
    if (Number.isNaN(from) || Number.isNaN(to)) continue;
    rows++;
    const before = goesWith.get(from);
    if (before === undefined) goesWith.set(from, to);
    else if (before !== to) return undefined;
  }
  const [levels, answers] = [goesWith.size, new Set(goesWith.values()).size];
  if (rows < rowsForRule || answers < 2 || levels * 2 > rows) return undefined;
  return { rows, levels, answers };
}
