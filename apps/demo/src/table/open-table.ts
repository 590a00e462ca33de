// The numbers of the page, each with where it comes from, made of what the state holds.
import { type Derivation, derived, given } from "../numbers/derivation";
import { formatNumber } from "../numbers/format-number";
import { words } from "../words/words";
import { bikes, customers } from "./built-in-tables";
import type { Judgement, SplitScores } from "./judge";
import type { LineCoefficient, LineView } from "./line-view";
import { type About, type OpenScores, openScores } from "./open-scores";
import { tableState } from "./table-state.svelte";

const text = words.table;

/** What the target is counted in. */
export function unitOf(): string {
  const { origin, choice } = tableState;
  const known = origin === "bikes" ? bikes : origin === "customers" ? customers : undefined;
  return known && known.target === choice.target ? known.unit : `(${choice.target})`;
}

/** How many digits after the point a number of this size needs. */
export function digitsFor(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
}

export function aboutRows(who: string, labels: readonly string[]): About {
  return { who, target: tableState.choice.target, labels };
}

/** Line and network on the rows that neither has seen. */
export function scoresOf(line: LineView): { readonly line: OpenScores; readonly network: OpenScores | undefined } {
  const { network } = tableState;
  return {
    line: openScores(line.test, aboutRows("the straight line", line.labels)),
    network: network && openScores(network.test, aboutRows("the network", line.labels)),
  };
}

/** A coefficient with what makes it the best. */
export function openCoefficient({ name, estimate, squares }: LineCoefficient, { task, rows }: LineView): Derivation {
  const train = formatNumber(rows.train, 0);
  if (task === "classification") return given(`coefficient of ${name}`, estimate, text.given.ridge(train));
  return derived(`coefficient of ${name}`, estimate, () => [
    text.given.leastSquares(train),
    given(text.given.columnSquares(name), squares, "Σ x², x cell by cell of the column"),
  ]);
}

/** The score after an epoch, of the loss that training reports. */
export function openEpoch(line: LineView, loss: number, epoch: number): Derivation {
  const of = given(`loss after epoch ${epoch}`, loss, "the mean over the rows to stop by, after this epoch");
  if (line.task === "classification") return { ...of, name: `log loss after epoch ${epoch}` };
  const { actual } = line.validation;
  const mean = actual.reduce((sum, y) => sum + y, 0) / actual.length;
  const variance = actual.reduce((sum, y) => sum + (y - mean) ** 2, 0) / actual.length;
  const deviation = given(`deviation of ${line.target}`, line.deviation, text.given.deviation);
  const about = given(
    `variance of ${line.target}`,
    variance,
    `mean of (y − ${formatNumber(mean)})² over the ${actual.length} rows to stop by`,
  );
  return derived(`R² after epoch ${epoch}`, 1 - (loss * line.deviation ** 2) / variance, () => [
    "1 −",
    of,
    "×",
    deviation,
    "² ÷",
    about,
  ]);
}

/** A mean over the splits that were tried. */
export function openMean(name: string, splits: readonly SplitScores[], of: (split: SplitScores) => number): Derivation {
  const parts = splits.map((split) =>
    given(`${name}, split ${split.seed + 1}`, of(split), `on its ${split.rows} held-out rows (seed ${split.seed})`),
  );
  const value = parts.reduce((sum, part) => sum + part.value, 0) / parts.length;
  return derived(name, value, () => [
    "(",
    ...parts.flatMap((part, i) => (i === 0 ? [part] : ["+", part])),
    `) ÷ ${parts.length}`,
  ]);
}

/** The spread that a judgement was made by. */
export function openSpread({ spread }: Judgement, splits: readonly SplitScores[]): Derivation {
  const note =
    splits.length === 1
      ? "the standard error over the split's rows"
      : "the standard deviation of the splits' differences";
  return derived("spread", spread, () => [
    `${note}: `,
    ...splits.flatMap((split, i) => [
      ...(i === 0 ? [] : [", "]),
      given(`difference in split ${split.seed + 1}`, split.gain, `on its ${split.rows} held-out rows`),
    ]),
  ]);
}
