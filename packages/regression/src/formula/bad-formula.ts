import { NeuriteError, nearestName } from "@neurite/tensor";

/** Where a text stops being a formula, or names what is not there. */
export interface Problem {
  readonly text: string;
  /** Counted from 1. */
  readonly at: number;
  readonly expected: string;
  readonly got: string;
  /** A sentence. */
  readonly remedy: string;
}

/** The error for a text that is no formula, or that does not fit the columns; it shows the characters around the place. */
export function badFormula(
  { text, at, expected, got, remedy }: Problem,
  code: "bad-formula" | "missing-column" | "too-large" = "bad-formula",
): NeuriteError {
  const [from, to] = [Math.max(0, at - 16), at + 24];
  const around = `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  return new NeuriteError(
    code,
    `formula: expected ${expected} at character ${at} of ${JSON.stringify(around)}, got ${got}. ${remedy}`,
  );
}

/** Text of a formula or of a cell as it may stand in a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…` : text);
}

/** Names for a message; those beyond the twentieth are counted. */
export function listed(names: readonly string[]): string {
  const left = names.length - 20;
  return `${names.slice(0, 20).map(shown).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}

/** "Did you mean …? " for the start of a remedy; empty where no name is near. */
export function meant(asked: string, names: readonly string[]): string {
  // one letter is one slip away from any other: only the same one is near
  const isSame = (name: string) => name.toLowerCase() === asked.toLowerCase();
  const near = nearestName(asked, asked.length > 1 ? names : names.filter(isSame));
  return near === undefined ? "" : `Did you mean ${near}? `;
}
