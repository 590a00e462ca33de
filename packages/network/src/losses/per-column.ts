import { numberOption } from "@neurite/plugin";
import { constant, formatShape, NeuriteError, type Operand, type Tensor } from "@neurite/tensor";

/** One number for all columns, or a list with one for each. */
export type PerColumn = number | readonly number[];

/** Refuses an option that is neither a number in range nor a list of such numbers. Throws `bad-argument`. */
export function perColumnOption(
  kind: string,
  name: string,
  given: PerColumn,
  expected: string,
  holds: (x: number) => boolean,
): void {
  if (typeof given === "number") {
    numberOption(kind, name, given, expected, holds);
    return;
  }
  if (!Array.isArray(given) || given.length === 0) {
    const shown = JSON.stringify(given);
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "${name}" should be ${expected} or a list of such, got ${shown}. Pass one of the two.`,
    );
  }
  given.forEach((x: number, i) => {
    numberOption(kind, `${name}[${i}]`, x, expected, holds);
  });
}

/** The option beside a prediction `[rows, ..., columns]`. Throws `bad-argument` for a list of another length. */
export function perColumn(kind: string, name: string, given: PerColumn, { shape, dtype }: Tensor): Operand {
  if (typeof given === "number") return given;
  const columns = shape.length > 1 ? shape.at(-1) : 1;
  if (columns !== given.length || shape.length < 2) {
    throw new NeuriteError(
      "bad-argument",
      `${kind}: "${name}" should have one number for each column of the prediction, ${columns}, got ${given.length} (${formatShape([given.length])}). Pass a list of that length.`,
    );
  }
  return constant(given, dtype);
}
