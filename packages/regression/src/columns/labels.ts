// The door for classes: labels come in, the list of classes and each row's place in it come out.
import { NeuriteError } from "@neurite/tensor";

/** What a class may be called. */
export type Label = string | number | boolean;

/** One class for each row. */
export type Labels = readonly Label[] | Float64Array;

/** Labels after the door. */
export interface CodedLabels {
  readonly classes: readonly Label[];
  /** Each row's index into `classes`. */
  readonly codes: Int32Array;
}

/** Codes labels by the classes given, or by those found, sorted: numbers by size, text by code unit, false before true. */
export function codeLabels(labels: Labels, order: readonly Label[] | undefined, subject: string): CodedLabels {
  const counts = new Map<Label, number>();
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    checkLabel(label, labels[0], row, subject);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  if (labels.length === 0) {
    throw new NeuriteError("too-few-rows", `${subject}: at least 1 row is needed, got 0. Pass the rows to fit.`);
  }
  const classes = order ?? [...counts.keys()].sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(classes.map((label, at) => [label, at]));
  if (places.size < classes.length) {
    throw new NeuriteError(
      "bad-argument",
      `${subject}: "classes" should name each class once, got ${list(classes)}. Leave the repetition out.`,
    );
  }
  const codes = new Int32Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const at = places.get(labels[row] as Label);
    if (at === undefined) {
      throw new NeuriteError(
        "bad-cell",
        `${subject}: the target should be one of the classes ${list(classes)}, got ${JSON.stringify(labels[row])} in row ${row} (counted from 0). Add it to "classes" or mend the row.`,
      );
    }
    codes[row] = at;
  }
  return { classes, codes };
}

/** There must be two classes, no more if another model is `forMore`, and each must have a row that counts. */
export function checkClasses(
  classes: readonly Label[],
  codes: Int32Array,
  forMore: string | undefined,
  subject: string,
): void {
  if (classes.length < 2) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: the target should have at least 2 classes, got only ${list(classes)}. Bring rows of another class.`,
    );
  }
  if (classes.length > 2 && forMore !== undefined) {
    throw new NeuriteError(
      "bad-data",
      `${subject}: the target should have 2 classes, got ${classes.length}: ${list(classes)}. Leave rows of the others out, or use ${forMore}.`,
    );
  }
  const seen = new Set(codes);
  const missing = classes.find((_, at) => !seen.has(at));
  if (missing === undefined) return;
  throw new NeuriteError(
    "bad-data",
    `${subject}: every class should have a row with a weight above 0, got none of ${JSON.stringify(missing)}. Leave the class out or bring rows of it.`,
  );
}

function checkLabel(label: unknown, first: unknown, row: number, subject: string): asserts label is Label {
  const known = typeof label === "string" || typeof label === "boolean" || Number.isFinite(label);
  if (known && typeof label === typeof first) return;
  const got = typeof label === "number" || label === undefined ? String(label) : JSON.stringify(label);
  const expected = known ? `of one type, ${typeof first} as in row 0` : "text, booleans or finite numbers";
  throw new NeuriteError(
    "bad-cell",
    `${subject}: the target's labels should be ${expected}, got ${got} in row ${row} (counted from 0). Mend the row or leave it out.`,
  );
}

/** The first few classes, for messages. */
export function list(classes: readonly Label[]): string {
  const shown = classes.slice(0, 8).map((label) => JSON.stringify(label));
  return classes.length > 8 ? `${shown.join(", ")} and ${classes.length - 8} more` : shown.join(", ");
}
