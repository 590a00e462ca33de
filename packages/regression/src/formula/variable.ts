import type { Arithmetic, ColumnPlace } from "./arithmetic";

/** What the terms of a formula are made of; equal names are the same variable. */
export type Variable = PlainColumn | Computed | Factor | Polynomial | Offset;

interface Named {
  /** As the coefficients show it. */
  readonly name: string;
  /** Where the text names it first, counted from 1. */
  readonly at: number;
}

/** A column by its name: a number, or a factor where its cells are text. */
interface PlainColumn extends Named, ColumnPlace {}

/** `I(x^2)`, `log(x)`. */
interface Computed extends Named {
  readonly kind: "computed";
  readonly of: Arithmetic;
}

/** `C(c)`: a factor, whatever its cells are. */
export interface Factor extends Named {
  readonly kind: "factor";
  readonly of: ColumnPlace;
  /** The level that the others are compared with; the first one unless told otherwise. */
  readonly reference?: { readonly level: string; readonly at: number } | undefined;
}

/** `poly(x, 2)`: as many columns as its degree. */
export interface Polynomial extends Named {
  readonly kind: "polynomial";
  readonly of: Arithmetic;
  readonly degree: number;
  readonly raw: boolean;
}

/** `offset(x)`: added with a coefficient of 1. */
export interface Offset extends Named {
  readonly kind: "offset";
  readonly of: Arithmetic;
}
