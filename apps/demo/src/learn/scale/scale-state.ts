import { fieldOf, numbersIn } from "../kept-state";

/** How a reader left the chapter. */
export interface ScaleState {
  /** The guess, as a power of ten; none where it was skipped. */
  readonly guess: number | undefined;
  /** Whether GPT-3 has been shown. */
  readonly shown: boolean;
  /** The wait, in powers of ten of years. */
  readonly wait: number;
}

export const firstScaleState: ScaleState = { guess: 6, shown: false, wait: 0 };

/** What an address says over a state: `guess=7&wait=2&shown=1`; a guess that was skipped is `guess=none`. */
export function withScaleQuery(state: ScaleState, query: URLSearchParams): ScaleState {
  const number = <Otherwise>(name: string, otherwise: Otherwise) => {
    const read = Number(query.get(name) ?? Number.NaN);
    return Number.isFinite(read) ? read : otherwise;
  };
  return {
    guess: query.get("guess") === "none" ? undefined : number("guess", state.guess),
    shown: query.has("shown") ? query.get("shown") === "1" : state.shown,
    wait: number("wait", state.wait),
  };
}

/** The address's part of a state: nothing before the reader did something. */
export function scaleQuery({ guess, shown, wait }: ScaleState): URLSearchParams {
  const query = new URLSearchParams();
  if (guess !== firstScaleState.guess) query.set("guess", guess === undefined ? "none" : String(guess));
  if (shown !== firstScaleState.shown) query.set("shown", "1");
  if (wait !== firstScaleState.wait) query.set("wait", String(wait));
  return query;
}

/** A kept state, if it is whole. */
export function parseScaleState(kept: unknown): ScaleState | undefined {
  const [wait] = numbersIn([fieldOf(kept, "wait")], 1) ?? [];
  if (wait === undefined) return undefined;
  const [guess] = numbersIn([fieldOf(kept, "guess")], 1) ?? [];
  return { guess, shown: fieldOf(kept, "shown") === true, wait };
}
