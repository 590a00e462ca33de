import type { Code, Local } from "../assembler/code";

/** A matrix product C [rows, columns] = A [rows, inner] · B [inner, columns], all known when its kernel is written. */
export interface MatmulPlan {
  readonly dtype: "float32" | "float64";
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** A is stored as [inner, rows]. */
  readonly transposeA: boolean;
  /** B is stored as [columns, inner]. */
  readonly transposeB: boolean;
  /** Elements from one stored row of A to the next, at least the row's length. */
  readonly strideA: number;
  /** Elements from one stored row of B to the next, at least the row's length. */
  readonly strideB: number;
}

/** What becomes of each sum; written into the kernel, so that sums are still in registers. */
export interface Epilogue {
  /** How many pointers it takes as parameters of the kernel, from number 3 on. */
  readonly pointers: number;
  /** Called once per tile, before its vectors: `row` and `column` hold the place of the tile's first element. */
  tile(code: Code, row: Local, column: Local): void;
  /**
   * Called for each vector of sums, which stands `row` rows and `column` columns after the tile's first element.
   * Only the first `lanes` lanes belong to C.
   */
  vector(code: Code, sums: Local, row: number, column: number, lanes: number): void;
}
