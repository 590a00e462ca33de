// Whether the network is worth it: by the splits that were tried, and by how far they differ among themselves.
import type { Answered } from "./answered";

/** Line and network on the held-out rows of one split. */
export interface SplitScores {
  readonly seed: number;
  /** The typical error (RMSE) or the log loss. */
  readonly lineError: number;
  readonly networkError: number;
  /** By how much R² is higher or log loss is lower with the network. */
  readonly gain: number;
  /** The standard error of that gain over the split's rows. */
  readonly gainError: number;
  readonly rows: number;
  /** What both say of these rows, so that the scores open down to them. */
  readonly line: Answered;
  readonly network: Answered;
}

export interface Judgement {
  readonly kind: "worth" | "notWorth" | "tooFew";
  readonly gain: number;
  /** The standard deviation of the splits' gains; for one split the standard error over its rows. */
  readonly spread: number;
  readonly lineError: number;
  readonly networkError: number;
}

/** Fewer held-out rows than this may say nothing. */
const fewRows = 50;
/** A smaller difference than this share of the line's error is not worth a network. */
const noticeable = 0.05;
/** So few say nothing, however they turn out. */
const hardlyAny = 5;
/** With few rows: a spread above this leaves everything open. */
const wide = 0.05;

export function splitScores(seed: number, line: Answered, network: Answered): SplitScores {
  const n = line.rows.length;
  const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / n;
  const classes = line.sure.length > 0;
  const losses = ({ actual, predicted, sure }: Answered) =>
    classes
      ? sure.map((p) => -Math.log(Math.max(p, Number.MIN_VALUE)))
      : actual.map((y, i) => (y - (predicted[i] as number)) ** 2);
  const [of, against] = [losses(network), losses(line)];
  const middle = mean(line.actual);
  const scale = classes ? 1 : mean(line.actual.map((y) => (y - middle) ** 2));
  // where all rows are the same and both say so, neither is ahead: no 0 / 0
  const gains = against.map((loss, i) => (loss === of[i] ? 0 : (loss - (of[i] as number)) / scale));
  const gain = mean(gains);
  const gainError = Math.sqrt(mean(gains.map((x) => (x - gain) ** 2)) / Math.max(1, n - 1));
  const error = (loss: number) => (classes ? loss : Math.sqrt(loss));
  const errors = { lineError: error(mean(against)), networkError: error(mean(of)) };
  return { seed, ...errors, gain, gainError, rows: n, line, network };
}

/** Judges one split or more. Worth it is what is better in every split, by more than they differ, and by 5 % of the error. */
export function judge(splits: readonly SplitScores[]): Judgement {
  const mean = (of: (split: SplitScores) => number) =>
    splits.reduce((sum, split) => sum + of(split), 0) / splits.length;
  const gain = mean((split) => split.gain);
  const [lineError, networkError] = [mean((split) => split.lineError), mean((split) => split.networkError)];
  const one = splits.length < 2;
  const spread = one
    ? (splits[0]?.gainError ?? Number.POSITIVE_INFINITY)
    : Math.sqrt(splits.reduce((sum, split) => sum + (split.gain - gain) ** 2, 0) / (splits.length - 1));
  const clear = gain > (one ? 2 : 1) * spread && splits.every((split) => split.gain > 0);
  const worth = clear && networkError < (1 - noticeable) * lineError;
  const rows = mean((split) => split.rows);
  const few = !worth && (rows < hardlyAny || (rows < fewRows && !(spread < wide)));
  return { kind: worth ? "worth" : few ? "tooFew" : "notWorth", gain, spread, lineError, networkError };
}
