/** What the reader has chosen of a table: the names of columns, nothing computed. */
export interface Choice {
  readonly target: string;
  readonly ignore: readonly string[];
  /** Columns read as categories or numbers against what their cells suggest. */
  readonly categories: readonly string[];
  readonly numbers: readonly string[];
  /** Whether the target's cells are dealt out anew, so that nothing can be learnt. */
  readonly shuffled: boolean;
  /** One hidden layer of four tanh neurons, which can be drawn, in place of the usual two of 64. */
  readonly small: boolean;
}

/** Nothing chosen yet. */
export const noChoice: Choice = { target: "", ignore: [], categories: [], numbers: [], shuffled: false, small: false };
