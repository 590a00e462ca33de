// The numbers of the verdict, down to the rows of each split.
import { type Derivation, derived, given } from "../numbers/derivation";
import type { Judgement, SplitScores } from "./judge";
import { type OpenScores, openScores } from "./open-scores";

export interface OpenVerdict {
  /** Typical errors, or log losses, averaged over the splits. */
  readonly network: Derivation;
  readonly line: Derivation;
  /** By how much R² is higher or log loss lower with the network, and how far the splits differ in that. */
  readonly gain: Derivation;
  readonly spread: Derivation;
}

/** Opens what was judged. */
export function openVerdict(
  judgement: Judgement,
  splits: readonly SplitScores[],
  { target, labels }: { readonly target: string; readonly labels: readonly string[] },
): OpenVerdict {
  const classes = labels.length > 0;
  const error = classes ? "log loss" : "typical error";
  const of = splits.map(({ seed, line, network }) => {
    const named = (who: string) => ({ who: `${who}, split ${seed + 1}`, target, labels });
    return { line: openScores(line, named("the straight line")), network: openScores(network, named("the network")) };
  });
  const gains = of.map(({ line, network }, i): Derivation => {
    const [first, second] = classes ? [errorOf(line), errorOf(network)] : [scoreOf(network), scoreOf(line)];
    return derived(`difference in split ${(splits[i]?.seed ?? 0) + 1}`, splits[i]?.gain ?? 0, () => [
      first,
      "−",
      second,
    ]);
  });
  const gain = openMean(classes ? "difference of log loss" : "difference of R²", judgement.gain, gains);
  return {
    network: openMean(
      `${error} of the network`,
      judgement.networkError,
      of.map(({ network }) => errorOf(network)),
    ),
    line: openMean(
      `${error} of the straight line`,
      judgement.lineError,
      of.map(({ line }) => errorOf(line)),
    ),
    gain,
    spread: openSpread(judgement, gains, gain),
  };
}

const errorOf = (scores: OpenScores) => (scores.task === "regression" ? scores.rmse : scores.logLoss);
const scoreOf = (scores: OpenScores) => (scores.task === "regression" ? scores.r2 : scores.logLoss);

function openMean(name: string, value: number, parts: readonly Derivation[]): Derivation {
  const [only] = parts;
  if (only && parts.length === 1) return { ...only, name };
  return derived(name, value, () => [
    "(",
    ...parts.flatMap((part, i) => (i === 0 ? [part] : ["+", part])),
    `) ÷ ${parts.length}`,
  ]);
}

/** √(Σ (difference - mean)² / (splits - 1)) */
function openSpread({ spread }: Judgement, gains: readonly Derivation[], mean: Derivation): Derivation {
  if (gains.length < 2)
    return given("spread", spread, "the standard error of the difference over the rows of this one split");
  return derived("spread", spread, () => [
    "√((",
    ...gains.flatMap((gain, i) => [i === 0 ? "(" : "+ (", gain, "−", mean, ")²"]),
    `) ÷ ${gains.length - 1})`,
  ]);
}
