import type { Arithmetic, ColumnPlace } from "./arithmetic";

/** The columns that arithmetic names, in the order of the text. */
export function columnsIn(arithmetic: Arithmetic): readonly ColumnPlace[] {
  switch (arithmetic.kind) {
    case "number":
      return [];
    case "column":
      return [arithmetic];
    case "negative":
    case "call":
      return columnsIn(arithmetic.of);
    case "power":
      return [...columnsIn(arithmetic.base), ...columnsIn(arithmetic.exponent)];
    case "chain":
      return [arithmetic.first, ...arithmetic.rest.map(({ operand }) => operand)].flatMap(columnsIn);
    default:
      return arithmetic satisfies never;
  }
}
