import type { ColumnReading } from "./column-reading";
import { type ColumnFacts, dateText } from "./column-warnings";
import { type ColumnOptions, readTable } from "./read-table";
import { missingColumn, type Table } from "./table";
import { columnFacts, tableWarnings } from "./table-warnings";
import { chooseTask, type Task } from "./target-task";
import type { CategoryColumn, Kind } from "./typed-column";
import type { Warning } from "./warning";
import { count } from "./wording";

/** What is in one column. */
export interface ColumnSummary {
  readonly name: string;
  readonly kind: Kind;
  /** How many cells have no value of the column's kind. */
  readonly missing: number;
  readonly distinct: number;
  /** For numbers; the standard deviation divides by the number of values. */
  readonly min?: number;
  readonly mean?: number;
  readonly max?: number;
  readonly standardDeviation?: number;
  /** For dates: the first and the last as ISO text. */
  readonly earliest?: string;
  readonly latest?: string;
  /** For categories and booleans: the most frequent values, at most five. */
  readonly most?: readonly { readonly value: string; readonly count: number }[];
}

/** What is in a table, and what to mind before training on it. */
export interface TableSummary {
  readonly rows: number;
  readonly columns: readonly ColumnSummary[];
  readonly target: string;
  readonly task: Task | null;
  readonly warnings: readonly Warning[];
}

/** Which column is looked at as the target; default the last that is not ignored. */
export interface InspectOptions extends ColumnOptions {
  readonly target?: string;
  readonly task?: Task;
}

/**
 * Summarises a table and warns of what would spoil a model: gaps, constants, identifiers, leaks.
 *
 * @example
 * ```ts
 * import { inspectTable, tableFromRows } from "@neurite/tabular";
 *
 * const summary = inspectTable(tableFromRows([{ age: 25, y: 1 }, { age: null, y: 2 }, { age: 40, y: 3 }]));
 * console.log(summary.columns[0]?.mean); // → 32.5
 * console.log(summary.warnings[0]?.code); // → missing-cells
 * ```
 */
export function inspectTable(table: Table, options: InspectOptions = {}): TableSummary {
  const readings = readTable(table, options);
  const facts = readings.map(columnFacts);
  const name = options.target ?? readings.at(-1)?.column.name ?? "";
  const target = readings.find(({ column }) => column.name === name);
  if (target === undefined)
    throw missingColumn(
      name,
      table.columns.filter((column) => !options.ignore?.includes(column.name)),
    );
  const chosen =
    target.column.kind === "date" && options.target === undefined ? undefined : chooseTask(target, options);
  const few: Warning[] =
    table.rows === 1
      ? [
          {
            code: "few-rows",
            message: `The table has ${count(table.rows, "row")}; training needs 3 or more.`,
          },
        ]
      : [];
  const found = tableWarnings(readings, facts, table, chosen && { name, task: chosen.task });
  return {
    rows: table.rows,
    columns: readings.map((reading, i) => summarise(reading, facts[i] as ColumnFacts)),
    target: name,
    task: chosen?.task ?? null,
    warnings: [...few, ...found, ...(chosen?.warnings ?? [])],
  };
}

function summarise(
  { column, missing, unreadable }: ColumnReading,
  { distinct, present, statistics }: ColumnFacts,
): ColumnSummary {
  const base = { name: column.name, kind: column.kind, missing: missing.count + unreadable.count, distinct };
  switch (column.kind) {
    case "number": {
      const { min, mean, max, standardDeviation } = statistics;
      return present === 0 ? base : { ...base, min, mean, max, standardDeviation };
    }
    case "date":
      return present === 0 ? base : { ...base, earliest: dateText(statistics.min), latest: dateText(statistics.max) };
    case "boolean": {
      const yes = column.values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0);
      const both = [
        { value: column.labels[0], count: present - yes },
        { value: column.labels[1], count: yes },
      ];
      return { ...base, most: both.filter((one) => one.count > 0).sort((a, b) => b.count - a.count) };
    }
    case "category":
      return { ...base, most: mostFrequent(column) };
    default:
      return column satisfies never;
  }
}

function mostFrequent({ codes, levels }: CategoryColumn) {
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  return levels
    .map((value, code) => ({ value, count: counts[code] as number }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 5);
}
