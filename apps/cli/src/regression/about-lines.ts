import { NeuriteError } from "neurite";

/** Does something with rows of a file; errors that count rows from 0 then name the file and its line. */
export function aboutLines<T>(name: string, lines: readonly number[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NeuriteError) || error.code !== "bad-cell") throw error;
    const message = error.message.replace(/ in row (\d+) \(counted from 0\)/, (text, row: string) => {
      const line = lines[Number(row)];
      return line === undefined ? text : ` in line ${line}`;
    });
    throw new NeuriteError(error.code, `${name}: ${message}`, { cause: error });
  }
}
