// What a model says over two columns while all others stay where they are.
import type { Answers, Cell, Table } from "neurite";
import { tableFromColumns } from "neurite";
import { type Axis, places } from "./axis";

export interface Surface {
  readonly x: Axis;
  readonly y: Axis;
  /** Places along each axis; of one column alone there is one row. */
  readonly width: number;
  readonly height: number;
  /** Row after row from the least y on: the number predicted, or the probability of the class asked for. */
  readonly network: Float64Array;
  readonly line: Float64Array;
}

/** Whoever answers for the rows of a table. */
export type Ask = (table: Table) => Answers;

const resolution = 33;

export function surfaceOf(
  x: Axis,
  y: Axis,
  others: ReadonlyMap<string, Cell>,
  label: number,
  { network, line }: { readonly network: Ask; readonly line: Ask },
): Surface {
  const along = places(x, resolution);
  const up = x.name === y.name ? along.slice(0, 1) : places(y, resolution);
  const cells = up.flatMap((high) => along.map((far) => [far, high] as const));
  const columns = [...others].map(([name, cell]): [string, Cell[]] => {
    if (name === x.name) return [name, cells.map(([far]) => far)];
    if (name === y.name) return [name, cells.map(([, high]) => high)];
    return [name, cells.map(() => cell)];
  });
  const table = tableFromColumns(columns);
  return {
    x,
    y,
    width: along.length,
    height: up.length,
    network: valuesFor(network(table), label),
    line: valuesFor(line(table), label),
  };
}

/** The numbers of answers: predictions, or one class's probability in each row. */
export function valuesFor(answers: Answers, label: number): Float64Array {
  if ("numbers" in answers) return answers.numbers;
  const width = answers.classes.length;
  return Float64Array.from(
    { length: answers.probabilities.length / width },
    (_, row) => answers.probabilities[row * width + label] ?? 0,
  );
}
