// The state of chapter 2 as a part of the address: ?k=1&working=36,34&retired=16,14&lock=on
import { numberList } from "../number-list";
import { type Ends, highest, lowest, makeParallel, type TwoLines } from "./two-lines";

export interface CrossingState {
  readonly k: number;
  readonly lines: TwoLines;
  readonly parallel: boolean;
}

/** Two parallel lines of the reader, neither of them any good yet. */
export const firstState: CrossingState = { k: 1, lines: { working: [36, 34], retired: [16, 14] }, parallel: true };

/** Reads what the address says; what it leaves out, or says wrongly, is as at first. */
export function readState(query: URLSearchParams): CrossingState {
  const k = numberList(query.get("k"), 1, 1)?.[0] ?? firstState.k;
  const ends = (name: "working" | "retired"): Ends => {
    const given = numberList(query.get(name), 2, highest);
    return given && Math.min(...given) >= lowest ? (given as unknown as Ends) : firstState.lines[name];
  };
  const lines = { working: ends("working"), retired: ends("retired") };
  const parallel = query.get("lock") !== "off";
  return { k: Math.max(0, k), lines: parallel ? makeParallel(lines) : lines, parallel };
}

/** The state for an address. */
export function writeState({ k, lines, parallel }: CrossingState): URLSearchParams {
  return new URLSearchParams({
    k: String(k),
    working: lines.working.join(","),
    retired: lines.retired.join(","),
    lock: parallel ? "on" : "off",
  });
}
