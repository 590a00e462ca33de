import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, entries } from "./columns";

/** The values that an option gives, or the column that it names, whatever that holds. */
export function columnOrName(columns: Columns, given: ColumnValues | string, subject: string): ColumnValues {
  return typeof given === "string" ? namedColumn(columns, given, subject) : given;
}

function namedColumn(columns: Columns, name: string, subject: string): ColumnValues {
  const given = entries(columns, subject);
  const column = given.get(name);
  if (column !== undefined) return column;
  const known = [...given.keys()].map((key) => JSON.stringify(key)).join(", ");
  throw new NeuriteError(
    "missing-column",
    `${subject}: column ${JSON.stringify(name)} is needed and not there, got ${known}. Pass it among the columns, or its values in place of its name.`,
  );
}
