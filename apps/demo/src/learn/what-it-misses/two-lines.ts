// The reader's two lines, one for each group, by their heights at balance 0 and at the largest balance.
import { type Customers, customerRows, trainRows } from "../../customers/customers";
import { openCell } from "../../customers/open-cell";
import { type Score, score } from "../../customers/score";
import { type Derivation, derived, given } from "../../numbers/derivation";

export const largestBalance = 50;
/** Between these the ends go, in transactions. */
export const lowest = 0;
export const highest = 50;

export const groups = ["working", "retired"] as const;
export type Group = (typeof groups)[number];
export type Ends = readonly [left: number, right: number];
export type TwoLines = Readonly<Record<Group, Ends>>;

/** Moves one end. Where the lines are kept parallel the other one turns about its middle, as far as there is room. */
export function moveEnd(lines: TwoLines, group: Group, end: 0 | 1, value: number, parallel: boolean): TwoLines {
  const own = lines[group];
  const other: Group = group === "working" ? "retired" : "working";
  const moved = (ends: Ends, by: number): Ends => (end === 0 ? [ends[0] + by, ends[1]] : [ends[0], ends[1] + by]);
  if (!parallel) return { ...lines, [group]: moved(own, value - own[end]) };
  const [near, far] = [lines[other][end], lines[other][1 - end] as number];
  const least = 2 * Math.max(lowest - near, far - highest);
  const most = 2 * Math.min(highest - near, far - lowest);
  const by = Math.min(most, Math.max(least, value - own[end]));
  const turned: Ends = end === 0 ? [near + by / 2, far - by / 2] : [far - by / 2, near + by / 2];
  return { ...lines, [group]: moved(own, by), [other]: turned };
}

/** Turns both lines about their middles until they share the mean of their slopes. */
export function makeParallel({ working, retired }: TwoLines): TwoLines {
  const rise = (working[1] - working[0] + retired[1] - retired[0]) / 2;
  const turned = ([left, right]: Ends): Ends => [(left + right - rise) / 2, (left + right + rise) / 2];
  return { working: turned(working), retired: turned(retired) };
}

/** The balance at which the lines cross; undefined where they do not. */
export function crossing({ working, retired }: TwoLines): number | undefined {
  const [apart, together] = [retired[0] - working[0], working[1] - working[0] - (retired[1] - retired[0])];
  const at = (apart / together) * largestBalance;
  return together !== 0 && at >= 0 && at <= largestBalance ? at : undefined;
}

/** What the reader's lines say, with the arithmetic behind it. */
export interface OwnLines {
  predict(row: number): Derivation;
  readonly heldOut: Score;
}

/** A customer's prediction by the line of the group that he is in. */
export function ownLines(customers: Customers, lines: TwoLines): OwnLines {
  const groupOf = (row: number): Group => (customers.retired[row] === 1 ? "retired" : "working");
  const say = (row: number) => {
    const [left, right] = lines[groupOf(row)];
    return left + ((right - left) / largestBalance) * (customers.balance[row] as number);
  };
  return {
    heldOut: score(customers.transactions, say, trainRows, customerRows),
    predict: (row) => {
      const group = groupOf(row);
      const [left, right] = lines[group];
      const ends = [
        given(`left end of your line for ${group}`, left, "you put it there"),
        given(`right end of your line for ${group}`, right, "you put it there"),
      ] as const;
      const slope = derived(`slope of your line for ${group}`, (right - left) / largestBalance, () => [
        "(",
        ends[1],
        "−",
        ends[0],
        `) ÷ ${largestBalance}`,
      ]);
      return derived(`transactions that your line says of customer ${row + 1}`, say(row), () => [
        ends[0],
        "+",
        slope,
        "·",
        openCell(customers, "balance", row),
      ]);
    },
  };
}
