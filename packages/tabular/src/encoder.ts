// What a table's encoding is made of: plain data that goes into a model file as JSON. The functions that use it stand in
// `fit-encoder`, `encode-inputs`, `encode-target` and `parse-encoder`.

import type { DateOrder } from "./date-text";

/** How the columns of a table become numbers and the target becomes numbers and back, fitted on training rows only. */
export interface TableEncoder {
  readonly version: 1;
  readonly inputs: readonly InputEncoder[];
  readonly target: TargetEncoder;
}

/** How one column is encoded, by its kind. */
export type InputEncoder = NumberEncoder | BooleanEncoder | DateEncoder | CategoryEncoder;

/** (x - mean) / deviation, the median for missing cells; nothing where the deviation is 0. */
export interface NumberEncoder {
  readonly kind: "number";
  readonly column: string;
  readonly mean: number;
  readonly deviation: number;
  readonly median: number;
  /** Whether training rows had missing cells: then a feature of 0 and 1 marks them. */
  readonly missing: boolean;
}

/** 0 and 1, the share of 1 for missing cells; nothing where that share is 0 or 1. */
export interface BooleanEncoder {
  readonly kind: "boolean";
  readonly column: string;
  readonly share: number;
  readonly missing: boolean;
}

/** A round that dates go through, as sine and cosine of its fraction. */
export type DateCycle = "year" | "week" | "day";

/** Days standardised like a number, and the place in each cycle. */
export interface DateEncoder {
  readonly kind: "date";
  readonly column: string;
  readonly order: DateOrder;
  readonly mean: number;
  readonly deviation: number;
  readonly median: number;
  readonly missing: boolean;
  readonly cycles: readonly DateCycle[];
}

/**
 * A feature of 0 and 1 for each level ("oneHot"), or an index into a table of vectors ("embedding").
 *
 * With `other`, missing, rare and unseen values share a feature, which the missing and rare ones among the training rows
 * have trained. Without it they are encoded as the average training row: each level with its share. An embedding's
 * index 0 is for them; level i has index i + 1.
 */
export interface CategoryEncoder {
  readonly kind: "category";
  readonly column: string;
  readonly form: "oneHot" | "embedding";
  /** In sorted order. */
  readonly levels: readonly string[];
  /** How many training rows have each level. */
  readonly counts: readonly number[];
  /** Whether training rows had missing cells, or values too rare for an index. */
  readonly other: boolean;
}

/** How the target is encoded, and what it means when it comes back. */
export type TargetEncoder = RegressionTarget | ClassTarget;

/** (y - mean) / deviation; 0 where the deviation is 0, so that the mean comes back. */
export interface RegressionTarget {
  readonly task: "regression";
  readonly column: string;
  readonly mean: number;
  readonly deviation: number;
}

/** The index of the class among the labels. */
export interface ClassTarget {
  readonly task: "classification";
  readonly column: string;
  /** What the column's cells are, so that "1.0" is found as "1" and "Yes" as "yes". */
  readonly kind: "number" | "boolean" | "category";
  /** Sorted: numbers by value, false before true, text by code unit. */
  readonly labels: readonly string[];
}
