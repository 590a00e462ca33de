import { badField, type Fields, fieldsOf, textField } from "./json-field";

/** What a model file says of one column of the straight line. */
export interface NamedFields {
  readonly name: string;
  readonly at: Fields;
  /** What errors call it. */
  readonly where: string;
}

/** The elements of a list as unknown fields, each with the name of a column of the straight line, and none twice; `where` is the list's name. */
export function namedFields(
  list: readonly unknown[],
  where: string,
  columns: ReadonlySet<string>,
  first = 0,
): readonly NamedFields[] {
  const seen = new Set<string>();
  return list.slice(first).map((value, i) => {
    const here = `${where}[${first + i}]`;
    const at = fieldsOf(value, here);
    const name = textField(at, "name", here);
    if (!columns.has(name)) throw badField(`${here}.name`, "a column of the straight line", name);
    if (seen.has(name)) throw badField(`${here}.name`, "a column that is not there yet", name);
    seen.add(name);
    return { name, at, where: here };
  });
}
