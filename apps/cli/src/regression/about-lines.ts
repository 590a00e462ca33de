import { NeuriteError } from "neurite";

/** Functions of the package that `regress` calls besides the one of its name. */
const functions = /^(generalizedFormula|generalizedResiduals|influence): /;

/** Does something with rows of a file; errors then name the command, and where they count rows from 0, the file and its line. */
export function aboutLines<T>(name: string, lines: readonly number[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NeuriteError)) throw error;
    const said = error.message.replace(functions, "regress: ");
    const message = said.replace(/ in row (\d+) \(counted from 0\)/, (text, row: string) => {
      const line = lines[Number(row)];
      return line === undefined ? text : ` in line ${line}`;
    });
    throw new NeuriteError(error.code, message === said ? said : `${name}: ${message}`, { cause: error });
  }
}
