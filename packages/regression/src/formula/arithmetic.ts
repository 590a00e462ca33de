/** Arithmetic with columns, row by row, as it was understood. */
export type Arithmetic =
  | { readonly kind: "number"; readonly text: string }
  | ColumnPlace
  | { readonly kind: "negative"; readonly of: Arithmetic }
  | { readonly kind: "chain"; readonly first: Arithmetic; readonly rest: readonly Link[] }
  | { readonly kind: "power"; readonly base: Arithmetic; readonly exponent: Arithmetic }
  | { readonly kind: "call"; readonly function: string; readonly of: Arithmetic };

/** A column where the text names it. */
export interface ColumnPlace {
  readonly kind: "column";
  readonly column: string;
  /** Counted from 1. */
  readonly at: number;
}

/** A step of a sum or of a product, from left to right. */
export interface Link {
  readonly sign: "+" | "-" | "*" | "/";
  readonly operand: Arithmetic;
}
