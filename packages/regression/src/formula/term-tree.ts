import type { Variable } from "./variable";

/** The right side of a formula as it was understood, before its operators are worked out. */
export type TermTree =
  | { readonly kind: "variable"; readonly variable: Variable }
  /** `1` or `0`. */
  | { readonly kind: "intercept"; readonly present: boolean }
  /** `.`: every column that the target does not use. */
  | { readonly kind: "rest"; readonly at: number }
  /** What stands before a leading sign. */
  | { readonly kind: "nothing" }
  | { readonly kind: "chain"; readonly first: TermTree; readonly rest: readonly TermLink[] }
  | { readonly kind: "power"; readonly base: TermTree; readonly exponent: number; readonly at: number };

/** A step of operators that bind equally, from left to right. */
export interface TermLink {
  readonly sign: "+" | "-" | "*" | "/" | "%in%" | ":";
  readonly operand: TermTree;
  /** Where the sign stands, counted from 1. */
  readonly at: number;
}
