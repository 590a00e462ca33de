import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { Delimiter } from "./delimiter";

const candidates: readonly Delimiter[] = [",", ";", "\t", "|"];
const sampleBytes = 1 << 18;
const sampleRecords = 200;

/**
 * Finds what stands between the cells: of comma, semicolon, tab and bar the one that splits the header, and then the most records into as many cells.
 *
 * Quotes are respected. A tie goes to the delimiter with more columns; a table that none of them splits has one column, and the answer is a comma.
 */
export function findDelimiter(bytes: Uint8Array): Delimiter {
  let best: { delimiter: Delimiter; agreement: number; width: number } = { delimiter: ",", agreement: -1, width: 1 };
  for (const delimiter of candidates) {
    const widths = recordWidths(bytes.subarray(0, sampleBytes), delimiter);
    const width = widths[0] ?? 0;
    if (width < 2) continue;
    const agreement = widths.filter((other) => other === width).length / widths.length;
    if (agreement > best.agreement || (agreement === best.agreement && width > best.width)) {
      best = { delimiter, agreement, width };
    }
  }
  return best.delimiter;
}

/** Cells in each of the first records; a sample may end inside quotes, so what was read before an error counts. */
function recordWidths(bytes: Uint8Array, delimiter: Delimiter): number[] {
  const widths: number[] = [];
  try {
    parse(bytes, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      to: sampleRecords,
      on_record: (cells: readonly string[]) => {
        widths.push(cells.length);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return widths;
}
