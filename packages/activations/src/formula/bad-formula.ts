import { NeuriteError } from "@neurite/tensor";

/** Where a text stops being a formula. */
export interface Problem {
  readonly text: string;
  /** Counted from 1. */
  readonly at: number;
  readonly expected: string;
  readonly got: string;
  /** A sentence. */
  readonly remedy: string;
}

/** The error for a text that is no formula; it shows the characters around the place. */
export function badFormula({ text, at, expected, got, remedy }: Problem): NeuriteError {
  const [from, to] = [Math.max(0, at - 16), at + 24];
  const around = `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  return new NeuriteError(
    "bad-formula",
    `formula: expected ${expected} at character ${at} of ${JSON.stringify(around)}, got ${got}. ${remedy}`,
  );
}
