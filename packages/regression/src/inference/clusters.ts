import { NeuriteError } from "@neurite/tensor";
import type { ColumnValues } from "../columns/columns";
import type { WeightedRows } from "../columns/row-weights";

/** Which cluster each of the rows that count belongs to. */
export interface CodedClusters {
  readonly codes: Int32Array;
  readonly count: number;
}

/** Numbers the clusters of rows: rows with the same number or text are one. */
export function codeClusters(
  values: ColumnValues,
  rows: number,
  counting: WeightedRows,
  subject: string,
): CodedClusters {
  if (values.length !== rows) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: "clusters" should have one value for each of the ${rows} rows, got ${values.length}. Pass as many as rows.`,
    );
  }
  const places = new Map<number | string, number>();
  const codes = new Int32Array(counting.rows);
  for (let at = 0; at < counting.rows; at++) {
    const row = counting.placeOf(at);
    const value = values[row];
    if (!(typeof value === "string" && value !== "") && !Number.isFinite(value)) {
      const got = typeof value === "string" ? JSON.stringify(value) : String(value);
      throw new NeuriteError(
        "bad-cell",
        `${subject}: "clusters" should hold text or a finite number in every row, got ${got} in row ${row} (counted from 0). Mend the cell or leave the row out.`,
      );
    }
    const known = places.get(value as number | string) ?? places.size;
    places.set(value as number | string, known);
    codes[at] = known;
  }
  if (places.size >= 2) return { codes, count: places.size };
  throw new NeuriteError(
    "bad-data",
    `${subject}: "clusters" should tell at least 2 clusters apart, got 1. Leave the option out, or pass another column.`,
  );
}
