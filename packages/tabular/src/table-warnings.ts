import { cellWarnings } from "./cell-warnings";
import type { ColumnReading } from "./column-reading";
import { type ColumnFacts, columnWarnings } from "./column-warnings";
import { leakWarnings } from "./leak-warnings";
import { numberStatistics } from "./number-statistics";
import type { Table } from "./table";
import { type Task, targetWarnings } from "./target-task";
import type { Warning } from "./warning";

const none = /* @__PURE__ */ new Float64Array(0);

/** Counts a column's values and takes their statistics. */
export function columnFacts({ column, missing, unreadable }: ColumnReading): ColumnFacts {
  const rows = column.kind === "category" ? column.codes.length : column.values.length;
  const statistics = numberStatistics(column.kind === "category" ? none : column.values);
  const distinct = column.kind === "category" ? column.levels.length : statistics.distinct;
  return { column, present: rows - missing.count - unreadable.count, distinct, statistics };
}

/**
 * Everything that should be said about a table before something is trained on it, the target's own warnings last.
 *
 * `facts` are those of the readings, in their order.
 */
export function tableWarnings(
  readings: readonly ColumnReading[],
  facts: readonly ColumnFacts[],
  table: Table,
  target?: { readonly name: string; readonly task: Task },
): readonly Warning[] {
  const warnings: Warning[] = [];
  for (const [i, reading] of readings.entries()) {
    const isTarget = reading.column.name === target?.name;
    warnings.push(...cellWarnings(reading, table, isTarget));
    const fact = facts[i];
    if (fact !== undefined && !isTarget) warnings.push(...columnWarnings(fact, table));
  }
  const at = readings.findIndex(({ column }) => column.name === target?.name);
  const [reading, fact] = [readings[at], facts[at]];
  if (target === undefined || reading === undefined || fact === undefined) return warnings;
  const inputs = readings.filter((_, i) => i !== at).map(({ column }) => column);
  warnings.push(...leakWarnings(inputs, reading.column));
  warnings.push(...targetWarnings(reading, fact.distinct, target.task, table));
  return warnings;
}
