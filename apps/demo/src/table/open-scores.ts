// Scores of answered rows, each number to be opened down to the rows.
import { type Derivation, derived, given } from "../numbers/derivation";
import type { Answered } from "./answered";

/** How a model does on some rows. */
export type OpenScores =
  | { readonly task: "regression"; readonly r2: Derivation; readonly rmse: Derivation }
  | { readonly task: "classification"; readonly accuracy: Derivation; readonly logLoss: Derivation };

/** Who answers, and for what. */
export interface About {
  /** "the straight line", "the network". */
  readonly who: string;
  readonly target: string;
  readonly labels: readonly string[];
}

export function openScores(answered: Answered, about: About): OpenScores {
  return about.labels.length > 0 ? classScores(answered, about) : numberScores(answered, about);
}

function numberScores({ rows, lines, actual, predicted }: Answered, { who, target }: About): OpenScores {
  const rowName = (i: number) => `line ${lines[i] ?? 0}`;
  const n = given("held-out rows", rows.length, "rows that neither has seen", String(rows.length));
  const total = actual.reduce((sum, y) => sum + y, 0);
  const mean = total / rows.length;
  const cell = (i: number) => given(`${target} in ${rowName(i)}`, actual[i] ?? 0, "a cell of the table");
  const openMean = derived(`mean of ${target}`, mean, () => [
    derived(`sum of ${target}`, total, () => sumLine(actual, cell)),
    "÷",
    n,
  ]);
  const said = (i: number) =>
    given(`what ${who} says for ${rowName(i)}`, predicted[i] ?? 0, "a prediction: pick the row below to follow it");
  const square = (name: string, i: number, other: Derivation) =>
    derived(`${name} in ${rowName(i)}`, ((actual[i] ?? 0) - other.value) ** 2, () => ["(", cell(i), "−", other, ")²"]);
  const errors = actual.map((y, i) => (y - (predicted[i] ?? 0)) ** 2);
  const spreads = actual.map((y) => (y - mean) ** 2);
  const add = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0);
  const left = derived(`squares that ${who} leaves`, add(errors), () =>
    sumLine(errors, (i) => square("squared error", i, said(i))),
  );
  const about = derived("squares about the mean", add(spreads), () =>
    sumLine(spreads, (i) => square("square about the mean", i, openMean)),
  );
  const meanSquare = derived("mean squared error", left.value / rows.length, () => [left, "÷", n]);
  return {
    task: "regression",
    r2: derived(`R² of ${who}`, 1 - left.value / about.value, () => ["1 −", left, "÷", about]),
    rmse: derived(`typical error of ${who}`, Math.sqrt(meanSquare.value), () => ["√", meanSquare]),
  };
}

function classScores({ rows, lines, actual, predicted, sure }: Answered, { who, labels }: About): OpenScores {
  const rowName = (i: number) => `line ${lines[i] ?? 0}`;
  const n = given("held-out rows", rows.length, "rows that neither has seen", String(rows.length));
  const hits = actual.map((label, i) => (label === predicted[i] ? 1 : 0));
  const right = hits.reduce((sum, hit) => sum + hit, 0);
  const losses = sure.map((p) => -Math.log(Math.max(p, Number.MIN_VALUE)));
  const total = losses.reduce((sum, loss) => sum + loss, 0);
  const chance = (i: number) =>
    given(
      `probability of "${labels[actual[i] ?? 0] ?? ""}" in ${rowName(i)}, by ${who}`,
      sure[i] ?? 0,
      "a prediction: pick the row below to follow it",
    );
  return {
    task: "classification",
    accuracy: derived(`share right by ${who}`, right / rows.length, () => [
      derived(`rows right by ${who}`, right, () =>
        sumLine(hits, (i) =>
          given(
            `${rowName(i)}: ${hits[i] === 1 ? "right" : "wrong"}`,
            hits[i] ?? 0,
            `it is "${labels[actual[i] ?? 0] ?? ""}", ${who} says "${labels[predicted[i] ?? 0] ?? ""}"`,
          ),
        ),
      ),
      "÷",
      n,
    ]),
    logLoss: derived(`log loss of ${who}`, total / rows.length, () => [
      derived(`losses of ${who}`, total, () =>
        sumLine(losses, (i) => derived(`loss in ${rowName(i)}`, losses[i] ?? 0, () => ["−ln", chance(i)])),
      ),
      "÷",
      n,
    ]),
  };
}

const shownTerms = 3;

/** A sum of many: the largest terms to be opened, and what the others come to. */
export function sumLine(values: ArrayLike<number>, open: (i: number) => Derivation): (string | Derivation)[] {
  const all = Array.from(values);
  if (all.length === 0) return ["0, since there are no rows"];
  const order = all.map((_, i) => i).sort((a, b) => Math.abs(all[b] ?? 0) - Math.abs(all[a] ?? 0));
  const first = order.slice(0, shownTerms);
  const shown = first.flatMap((i, k) => (k === 0 ? [open(i)] : ["+", open(i)]));
  const others = order.slice(shownTerms);
  if (others.length === 0) return shown;
  const rest = others.reduce((sum, i) => sum + (all[i] ?? 0), 0);
  const name = `the ${others.length} other terms`;
  return [
    ...shown,
    "+",
    derived(name, rest, () =>
      sumLine(
        Float64Array.from(others, (i) => all[i] ?? 0),
        (k) => open(others[k] ?? 0),
      ),
    ),
  ];
}
