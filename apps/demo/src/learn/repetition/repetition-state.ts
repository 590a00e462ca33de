import { fieldOf, numbersIn } from "../kept-state";
import { articleStart, flippedStart, parseStart, type Start } from "./start";

export type LaneName = "A" | "B";

/** How a reader left the chapter. */
export interface RepetitionState {
  readonly starts: Readonly<Record<LaneName, Start>>;
  readonly rate: number;
  readonly lane: LaneName;
  readonly step: number;
}

export const firstRepetitionState: RepetitionState = {
  starts: { A: articleStart, B: flippedStart },
  rate: 0.1,
  lane: "A",
  step: 600,
};

const clampRate = (rate: number) => Math.min(1, Math.max(0.01, rate));

/** A kept state, if it is whole. */
export function parseRepetitionState(kept: unknown): RepetitionState | undefined {
  const [rate, step] = numbersIn([fieldOf(kept, "rate"), fieldOf(kept, "step")], 2) ?? [];
  const startOf = (lane: LaneName) => parseStart(numbersIn(fieldOf(fieldOf(kept, "starts"), lane), 9) ?? []);
  const [A, B] = [startOf("A"), startOf("B")];
  if (rate === undefined || step === undefined || !A || !B) return undefined;
  return { starts: { A, B }, rate: clampRate(rate), lane: fieldOf(kept, "lane") === "B" ? "B" : "A", step };
}

/** What an address says over it: `start=1,1,-1,1,2,-1&rate=0.2&lane=B&step=75`. */
export function withQuery(state: RepetitionState, query: URLSearchParams): RepetitionState {
  const lane = query.has("lane") ? (query.get("lane") === "B" ? "B" : "A") : query.has("start") ? "A" : state.lane;
  const start = parseStart((query.get("start") ?? "").split(",").map(Number));
  const number = (name: string, otherwise: number) => {
    const read = Number(query.get(name) ?? Number.NaN);
    return Number.isFinite(read) ? read : otherwise;
  };
  return {
    lane,
    starts: start ? { ...state.starts, [lane]: start } : state.starts,
    rate: clampRate(number("rate", state.rate)),
    step: number("step", state.step),
  };
}

/** The address's part of a state; what else stands in it (a lesson) is left. */
export function toQuery(state: RepetitionState, query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  const start = state.starts[state.lane];
  next.set("lane", state.lane);
  next.set("start", (start.slice(6).some((bias) => bias !== 0) ? start : start.slice(0, 6)).join(","));
  next.set("rate", String(state.rate));
  next.set("step", String(state.step));
  return next;
}
