import { NeuriteError } from "@neurite/tensor";
import { type Columns, type ColumnValues, entries, readColumn } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";
import type { ColumnPlace } from "./arithmetic";
import { badFormula, listed, meant, shown } from "./bad-formula";

/** The columns that a formula is applied to; each is read when it is asked for, and once. */
export class ColumnSource {
  readonly rows: number;
  readonly #text: string;
  readonly #given: ReadonlyMap<string, ColumnValues>;
  readonly #numbers = new Map<string, PreciseColumn>();

  constructor(text: string, columns: Columns) {
    this.#text = text;
    this.#given = entries(columns, "formula");
    const [first] = this.#given.values();
    if (first === undefined) {
      throw new NeuriteError(
        "bad-data",
        "formula: at least one column is needed to tell how many rows there are, got none. Pass the columns that the formula names.",
      );
    }
    this.rows = first.length;
  }

  get names(): readonly string[] {
    return [...this.#given.keys()];
  }

  /** A column as it was given. */
  cells({ column, at }: ColumnPlace): ColumnValues {
    const cells = this.#given.get(column);
    if (cells === undefined) throw this.#missing(column, at);
    if (cells.length !== this.rows) {
      throw new NeuriteError(
        "bad-data",
        `formula: every column should have ${this.rows} rows like the first, got ${cells.length} in ${shown(column)}. Make the columns equally long.`,
      );
    }
    return cells;
  }

  /** A column as numbers, decimal text with all its digits. */
  numbers(place: ColumnPlace): PreciseColumn {
    const known = this.#numbers.get(place.column);
    if (known !== undefined) return known;
    const numbers = readColumn(this.cells(place), `formula: column ${shown(place.column)}`);
    this.#numbers.set(place.column, numbers);
    return numbers;
  }

  #missing(column: string, at: number): NeuriteError {
    return badFormula(
      {
        text: this.#text,
        at,
        expected: "a column",
        got: shown(column),
        remedy: `${meant(column, this.names)}The columns are ${listed(this.names)}.`,
      },
      "missing-column",
    );
  }
}
