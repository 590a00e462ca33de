import type { RowTrace, TabularModel, TracedFeature } from "neurite";
import type { Colors } from "../terminal/colors";
import { oneLine } from "../terminal/one-line";
import { counted } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";

/** Features of one column above this many are shown only where they are not 0. */
const manyFeatures = 8;
/** And of those at most this many. */
const mostFeatures = 12;

/** A number on the way: six digits, about what 32 bits hold. */
export function traceNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** The row's cells, and the numbers that the network gets for each. */
export function cellLines({ features, indices }: RowTrace<unknown>, colors: Colors): string[] {
  const columns = new Map<string | null, TracedFeature[]>();
  for (const feature of features) {
    const before = columns.get(feature.column);
    if (before === undefined) columns.set(feature.column, [feature]);
    else before.push(feature);
  }
  const rows = [...columns].flatMap(([column, ofColumn]) => {
    const shown = shownFeatures(ofColumn);
    const rest = ofColumn.length - shown.length;
    const inputs = shown.map(({ name, value }) => [name, traceNumber(value)]);
    if (rest > 0) inputs.push([colors.dim(`${counted(rest, "other")} of ${column}`), ""]);
    return inputs.map((input, i) =>
      i === 0 ? [column ?? "", cell(ofColumn[0]?.cell ?? ""), ...input] : ["", "", ...input],
    );
  });
  const vectors = indices.map((index) => [
    index.column,
    cell(index.cell),
    index.level === null ? "vector of what is missing, rare or unseen" : `vector of ${oneLine(index.level)}`,
    String(index.index),
  ]);
  const head = ["column", "cell", "input", "value"].map(colors.dim);
  return textColumns([head, ...rows, ...vectors], ["left", "left", "left", "right"]);
}

function shownFeatures(features: readonly TracedFeature[]): readonly TracedFeature[] {
  if (features.length <= manyFeatures) return features;
  return features.filter(({ value }) => value !== 0).slice(0, mostFeatures);
}

/** From the network's output to the prediction, with every digit. */
export function answerLines(
  { target, classes }: TabularModel,
  { output, scale, prediction }: ReturnType<TabularModel["trace"]>,
  colors: Colors,
): string[] {
  if (typeof prediction === "number") {
    const { mean, deviation } = scale ?? { mean: 0, deviation: 1 };
    return textColumns([
      ["output", `${output[0]}`],
      [`in units of ${target}`, `${mean} + ${output[0]} × ${deviation}`],
      ["prediction", colors.bold(String(prediction))],
    ]);
  }
  const rows = (classes ?? []).map((label, i) => [
    `P(${target} = ${oneLine(label)})`,
    String(prediction.probabilities[i]),
  ]);
  return textColumns([...rows, ["prediction", colors.bold(prediction.label)]]);
}

function cell(text: string): string {
  return text === "" ? "(missing)" : oneLine(text);
}
