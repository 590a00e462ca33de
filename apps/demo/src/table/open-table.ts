// The numbers of the page, each with where it comes from, made of what the state holds.
import { type Derivation, derived, given } from "../numbers/derivation";
import { formatNumber } from "../numbers/format-number";
import { words } from "../words/words";
import type { Answered } from "./answered";
import { bikes, customers } from "./built-in-tables";
import type { LineCoefficient, LineView } from "./line-view";
import { type About, type OpenScores, openScores, sumLine } from "./open-scores";
import { tableState } from "./table-state.svelte";

const text = words.table;

/** What the target is counted in. */
export function unitOf(target: string): string {
  const { origin } = tableState;
  const known = origin === "bikes" ? bikes : origin === "customers" ? customers : undefined;
  return known?.target === target ? known.unit : `(${target})`;
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

/** Where the line begins: it goes through the means. */
export function openIntercept(line: LineView): Derivation {
  const { intercept, coefficients, target, task, mean } = line;
  if (task === "classification")
    return given(text.line.intercept, intercept ?? 0, text.given.ridge(formatNumber(line.rows.train, 0)));
  return derived(text.line.intercept, intercept ?? 0, () => [
    given(`mean of ${target}`, mean, text.given.mean),
    ...coefficients.flatMap((one) => [
      "−",
      openCoefficient(one, line),
      "×",
      given(`mean of ${one.name}`, one.mean, text.given.mean),
    ]),
  ]);
}

/** The scores after the epochs of a training, of the losses that it reports. */
export function openEpochs(line: LineView): (loss: number, epoch: number) => Derivation {
  const lossOf = (loss: number, epoch: number) =>
    given(`loss after epoch ${epoch}`, loss, "the mean over the rows to stop by, after this epoch");
  if (line.task === "classification") {
    return (loss, epoch) => ({ ...lossOf(loss, epoch), name: `log loss after epoch ${epoch}` });
  }
  const deviation = given(`deviation of ${line.target}`, line.deviation, text.given.deviation);
  const about = openVariance(line.target, line.validation);
  return (loss, epoch) =>
    derived(`R² after epoch ${epoch}`, 1 - (loss * line.deviation ** 2) / about.value, () => [
      "1 −",
      lossOf(loss, epoch),
      "×",
      deviation,
      "² ÷",
      about,
    ]);
}

/** The mean of the squares about the mean, over the rows to stop by. */
function openVariance(target: string, { actual, lines }: Answered): Derivation {
  const mean = actual.reduce((sum, y) => sum + y, 0) / actual.length;
  const spreads = actual.map((y) => (y - mean) ** 2);
  const squares = spreads.reduce((sum, square) => sum + square, 0);
  const square = (i: number) =>
    derived(`square about the mean in line ${lines[i] ?? 0}`, spreads[i] ?? 0, () => [
      "(",
      given(`${target} in line ${lines[i] ?? 0}`, actual[i] ?? 0, text.given.cell),
      "−",
      given(`mean of ${target}`, mean, "the mean over the rows to stop by"),
      ")²",
    ]);
  return derived(`variance of ${target}`, squares / actual.length, () => [
    derived("squares about the mean", squares, () => sumLine(spreads, square)),
    `÷ ${actual.length}`,
  ]);
}
