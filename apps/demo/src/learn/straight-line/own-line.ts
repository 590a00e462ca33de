// The reader's line: two heights, at the youngest and at the oldest age.
import { type Customers, customerRows, trainRows } from "../../customers/customers";
import { openCell } from "../../customers/open-cell";
import { type Score, score } from "../../customers/score";
import { type Derivation, derived, given } from "../../numbers/derivation";

export const youngest = 30;
export const oldest = 84;
/** Between these the rings go, in transactions. */
export const lowest = 5;
export const highest = 45;

/** Heights of the two rings. */
export type Ends = readonly [left: number, right: number];

/** Where the rings are at first: no good yet. */
export const firstEnds: Ends = [28, 24];

/** A line through two rings, with its numbers as they open. */
export interface OwnLine {
  readonly slope: Derivation;
  readonly intercept: Derivation;
  predict(row: number): Derivation;
  readonly train: Score;
}

/** The line with y = left at the youngest age and y = right at the oldest. */
export function ownLine(customers: Customers, [left, right]: Ends): OwnLine {
  const rings = [
    given(`your ring at age ${youngest}`, left, "you put it there"),
    given(`your ring at age ${oldest}`, right, "you put it there"),
  ] as const;
  const slope = derived("your slope", (right - left) / (oldest - youngest), () => [
    "(",
    rings[1],
    "−",
    rings[0],
    `) ÷ (${oldest} − ${youngest})`,
  ]);
  const intercept = derived("where your line is at age 0", left - slope.value * youngest, () => [
    rings[0],
    "−",
    slope,
    `· ${youngest}`,
  ]);
  const say = (row: number) => intercept.value + slope.value * (customers.age[row] as number);
  const predict = (row: number) =>
    derived(`transactions that your line says of customer ${row + 1}`, say(row), () => [
      intercept,
      "+",
      slope,
      "·",
      openCell(customers, "age", row),
    ]);
  return {
    slope,
    intercept,
    predict,
    train: score(customers.transactions, say, 0, trainRows),
  };
}

/** Where a line with an intercept and a slope has its rings. */
export function endsOf(intercept: number, slope: number): Ends {
  return [intercept + slope * youngest, intercept + slope * oldest];
}

/** The rows whose squares are drawn: more would drown in ink. */
export const squareRows: readonly number[] = Array.from({ length: trainRows / 12 }, (_, i) => i * 12);

/** The square of a miss, in the picture: upright on the point, to the side where there is room. */
export function missSquare(
  point: { readonly x: number; readonly y: number },
  lineY: number,
  middle: number,
): { readonly x: number; readonly y: number; readonly side: number } {
  const side = Math.abs(point.y - lineY);
  return { x: point.x < middle ? point.x : point.x - side, y: Math.min(point.y, lineY), side };
}

/** All rows, those held out too. */
export const allRows: readonly number[] = Array.from({ length: customerRows }, (_, row) => row);
