import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, entries } from "./columns";

/** The column that an option names, whatever it holds. */
export function namedColumn(columns: Columns, name: string, subject: string): ColumnValues {
  const given = entries(columns, subject);
  const column = given.get(name);
  if (column !== undefined) return column;
  const known = [...given.keys()].map((key) => JSON.stringify(key)).join(", ");
  throw new NeuriteError(
    "missing-column",
    `${subject}: column ${JSON.stringify(name)} is needed and not there, got ${known}. Pass it among the columns, or its values in place of its name.`,
  );
}
