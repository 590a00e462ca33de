// A forward pass written out as one would on paper: every product, every sum, and what the activation makes of it.
import type { ForwardTrace, Term, TracedLayer, Unit } from "neurite";
import type { Colors } from "../terminal/colors";
import { counted } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";
import { formulaText, type LayerActivations } from "./layer-activations";

/** What the trace itself does not know: how inputs and neurons are called, and how much to show. */
export interface TraceView {
  /** The name of a neuron of a layer; layers without neurons count too. */
  unitName(layer: number, unit: number): string;
  /** The names of what goes into the first neurons, where these have names. */
  readonly inputNames?: readonly string[];
  /** What the layers apply, where an activation is to be told by more than its kind. */
  readonly activations?: LayerActivations;
  /** How a number is written; every digit unless told otherwise. */
  readonly number?: (value: number) => string;
  /** How many neurons of a hidden layer and how many products of a neuron to show: those that count most. */
  readonly top: number;
}

/** The layers of a trace as lines, one blank line after each neuron. */
export function traceLines(trace: ForwardTrace, view: TraceView, colors: Colors): string[] {
  const shownUnits = topUnits(trace.layers, view.top);
  return trace.layers.flatMap((layer, at) => {
    if (layer.units === undefined) return [...otherLines(layer, view, colors), ""];
    const shown = shownUnits[at] ?? [];
    const names = termNames(trace, view, at);
    const hidden = layer.units.length - shown.length;
    const activation = activationName(layer, view);
    return [
      ...shown.flatMap((unit) => [
        colors.bold(view.unitName(at, unit)),
        ...unitLines(layer.units?.[unit] as Unit, activation, names, view).map((line) => `  ${line}`),
        "",
      ]),
      ...(hidden === 0 ? [] : [colors.dim(`… ${counted(hidden, "more neuron")} in this layer`), ""]),
    ];
  });
}

/** The names of a layer's inputs: of the neurons whose outputs they are, also through a layer that passes them on, or those of the row. */
function termNames(trace: ForwardTrace, view: TraceView, at: number): readonly string[] | undefined {
  const inputs = trace.layers[at]?.inputs[0] ?? [];
  const before = trace.layers.slice(0, at).findLastIndex(({ units }) => units !== undefined);
  const source = trace.layers[before];
  if (source?.units === undefined) return view.inputNames;
  const same = source.output.length === inputs.length && source.output.every((value, i) => value === inputs[i]);
  return same ? source.units.map((_, unit) => view.unitName(before, unit)) : undefined;
}

/** Operations whose results depend on more than one neuron. */
const acrossNeurons: ReadonlySet<string> = new Set([
  "softmax",
  "logSoftmax",
  "sum",
  "max",
  "argmax",
  "gather",
  "concat",
  "scan",
]);

/** How an activation is written: of a neuron's sum, or of those of the whole layer, as softmax; a formula by its text. */
function activationName(
  { path, activation, steps }: TracedLayer,
  { activations }: TraceView,
): ((sum: string) => string) | undefined {
  if (activation === undefined) return undefined;
  const applied = activations?.get(path)?.find(({ kind }) => kind === activation);
  const formula = applied && formulaText(applied);
  if (formula !== undefined) return (sum) => `${formula} at ${sum}`;
  const afterProducts = steps.slice(steps.findLastIndex(({ op }) => op === "matmul") + 1);
  const whole = afterProducts.some(({ op }) => acrossNeurons.has(op));
  return (sum) => (whole ? `${activation}(all sums)` : `${activation}(${sum})`);
}

function unitLines(
  unit: Unit,
  activation: ((sum: string) => string) | undefined,
  names: readonly string[] | undefined,
  { top, number = String }: TraceView,
): string[] {
  const shown = largest(
    unit.terms.map(({ product }) => Math.abs(product)),
    top,
  );
  const named = names?.length === unit.terms.length ? names : undefined;
  const rows = shown.map((i) => {
    const { input, weight, product } = unit.terms[i] as Term;
    return [`${number(input)} × ${number(weight)}`, `= ${number(product)}`, named?.[i] ?? ""];
  });
  const rest = unit.terms.filter((_, i) => !shown.includes(i));
  if (rest.length > 0) {
    const together = rest.reduce((sum, { product }) => sum + product, 0);
    rows.push([`${counted(rest.length, "other product")}`, `= ${number(together)}`, ""]);
  }
  if (unit.bias !== undefined) rows.push(["bias", `= ${number(unit.bias)}`, ""]);
  rows.push(["sum", `= ${number(unit.sum)}`, ""]);
  if (activation !== undefined) rows.push([activation(number(unit.sum)), `= ${number(unit.output)}`, ""]);
  else if (unit.output !== unit.sum) rows.push(["output", `= ${number(unit.output)}`, ""]);
  return textColumns(rows);
}

/** A layer that is no sum of products: its operations, and the first numbers of each. */
function otherLines({ kind, steps, output }: TracedLayer, { number = String }: TraceView, colors: Colors): string[] {
  if (steps.length === 0) return [`${colors.bold(kind)} passes its ${counted(output.length, "number")} on`];
  return [
    colors.bold(kind),
    ...textColumns(steps.map((step) => [`  ${step.op}`, `= ${someNumbers(step.output, number)}`])),
  ];
}

function someNumbers(numbers: readonly number[], number: (value: number) => string): string {
  const first = numbers.slice(0, 6).map(number).join("  ");
  return numbers.length > 6 ? `${first}  … (${numbers.length} numbers)` : first;
}

/** Which neurons of each layer to show: all of the last, before it those that add most to the sums of the shown ones after them. */
function topUnits(layers: readonly TracedLayer[], top: number): readonly (readonly number[])[] {
  let after: readonly Unit[] | undefined;
  return layers
    .toReversed()
    .map(({ units = [], output }, fromLast) => {
      const sizes = output.map((value, i) =>
        after?.[0]?.terms.length === output.length
          ? after.reduce((sum, { terms }) => sum + Math.abs(terms[i]?.product ?? 0), 0)
          : Math.abs(value),
      );
      const shown = fromLast === 0 ? units.map((_, i) => i) : largest(sizes.slice(0, units.length), top);
      // a layer that passes its numbers on, such as dropout, has no neurons: the ones after it count
      if (units.length > 0) after = shown.map((i) => units[i] as Unit);
      return shown;
    })
    .toReversed();
}

/** Where the largest of some numbers stand, in the order in which they stand. */
function largest(numbers: readonly number[], top: number): number[] {
  return numbers
    .map((_, i) => i)
    .sort((a, b) => (numbers[b] as number) - (numbers[a] as number) || a - b)
    .slice(0, top)
    .sort((a, b) => a - b);
}
