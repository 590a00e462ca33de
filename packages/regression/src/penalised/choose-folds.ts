import { NeuriteError, permutation, seedKey } from "@neurite/tensor";

/** The fold of each row that counts: shuffled by a seed, or as the caller numbered them. */
export function chooseFolds(
  folds: number | readonly number[],
  seed: number,
  given: number,
  take: (perRow: Int32Array) => Int32Array,
  subject: string,
): { readonly count: number; readonly of: Int32Array } {
  if (!Number.isSafeInteger(seed)) {
    throw new NeuriteError(
      "bad-argument",
      `${subject}: "seed" should be a whole number, got ${seed}. Pass 1, for example.`,
    );
  }
  const of =
    typeof folds === "number"
      ? shuffled(folds, seed, take(new Int32Array(given)).length, subject)
      : numbered(folds, given, take, subject);
  const names = [...new Set(of)].sort((a, b) => a - b);
  if (names.length < 2) {
    throw new NeuriteError(
      "too-few-rows",
      `${subject}: rows of at least 2 folds should count, got ${names.length}. Give more rows a weight, or put them into more folds.`,
    );
  }
  const places = new Map(names.map((name, at) => [name, at]));
  return { count: names.length, of: of.map((name) => places.get(name) as number) };
}

function shuffled(folds: number, seed: number, rows: number, subject: string): Int32Array {
  if (!Number.isInteger(folds) || folds < 2) {
    throw new NeuriteError(
      "bad-argument",
      `${subject}: "folds" should be a whole number of 2 or more, or the fold of each row, got ${folds}. Pass 10, for example.`,
    );
  }
  if (rows < folds) {
    throw new NeuriteError(
      "too-few-rows",
      `${subject}: at least as many rows as folds should count, got ${rows} rows and ${folds} folds. Bring more rows, or pass fewer "folds".`,
    );
  }
  const of = new Int32Array(rows);
  for (const [place, row] of permutation(seedKey(seed), rows).entries()) of[row] = place % folds;
  return of;
}

function numbered(
  folds: readonly number[],
  given: number,
  take: (perRow: Int32Array) => Int32Array,
  subject: string,
): Int32Array {
  const wrong = Array.from(folds).findIndex((fold) => !Number.isInteger(fold) || fold < 0 || fold >= 2 ** 31);
  if (folds.length === given && wrong < 0) return take(Int32Array.from(folds));
  const got = wrong < 0 ? `${folds.length} numbers` : `${folds[wrong]} in row ${wrong} (counted from 0)`;
  throw new NeuriteError(
    "bad-data",
    `${subject}: "folds" should hold a whole number from 0 on for each of the ${given} rows, got ${got}. Pass a number of folds to have them drawn.`,
  );
}
