/** How rows fall into steps of some rows each. */
export interface Steps {
  readonly full: number;
  /** Rows of a last step of its own; 0 where there is none. */
  readonly tailSize: number;
  readonly total: number;
}

/** Full batches and what is left; a single row left over joins the batch before, since one row has no variance. */
export function stepsOf(rows: number, batchSize: number): Steps {
  const full = Math.floor(rows / batchSize);
  const rest = rows - full * batchSize;
  if (rest === 1 && full > 0) return { full: full - 1, tailSize: batchSize + 1, total: full };
  return { full, tailSize: rest, total: full + (rest > 0 ? 1 : 0) };
}
