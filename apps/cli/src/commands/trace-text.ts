// A forward pass written out as one would on paper: every product, every sum, and what the activation makes of it.
import type { ForwardTrace, Term, TracedLayer, Unit } from "neurite";
import type { Colors } from "../terminal/colors";
import { counted } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";

/** What the trace itself does not know: how inputs and neurons are called, and how much to show. */
export interface TraceView {
  /** The name of a neuron of a layer; layers without neurons count too. */
  unitName(layer: number, unit: number): string;
  /** The names of the first layer's inputs, where they have names. */
  readonly inputNames?: readonly string[];
  /** How many neurons of a hidden layer and how many products of a neuron to show: those that count most. */
  readonly top: number;
}

/** The layers of a trace as lines, one blank line after each neuron. */
export function traceLines(trace: ForwardTrace, view: TraceView, colors: Colors): string[] {
  return trace.layers.flatMap((layer, at) => {
    if (layer.units === undefined) return [...otherLines(layer, colors), ""];
    const shown = topUnits(layer.units, trace.layers[at + 1], view.top);
    const names = at === 0 ? view.inputNames : before(trace, view, at);
    const hidden = layer.units.length - shown.length;
    return [
      ...shown.flatMap((unit) => [
        colors.bold(view.unitName(at, unit)),
        ...unitLines(layer.units?.[unit] as Unit, layer.activation, names, view.top).map((line) => `  ${line}`),
        "",
      ]),
      ...(hidden === 0 ? [] : [colors.dim(`… ${counted(hidden, "more neuron")} in this layer`), ""]),
    ];
  });
}

/** The names of a layer's inputs, when they are the neurons of the layer before. */
function before(trace: ForwardTrace, view: TraceView, at: number): string[] | undefined {
  const units = trace.layers[at - 1]?.units;
  if (units === undefined || units.length !== trace.layers[at]?.units?.[0]?.terms.length) return undefined;
  return units.map((_, unit) => view.unitName(at - 1, unit));
}

function unitLines(
  unit: Unit,
  activation: string | undefined,
  names: readonly string[] | undefined,
  top: number,
): string[] {
  const shown = largest(
    unit.terms.map(({ product }) => Math.abs(product)),
    top,
  );
  const named = names?.length === unit.terms.length ? names : undefined;
  const rows = shown.map((i) => {
    const { input, weight, product } = unit.terms[i] as Term;
    return [`${input} × ${weight}`, `= ${product}`, named?.[i] ?? ""];
  });
  const rest = unit.terms.filter((_, i) => !shown.includes(i));
  if (rest.length > 0) {
    const together = rest.reduce((sum, { product }) => sum + product, 0);
    rows.push([`${counted(rest.length, "other product")}`, `= ${together}`, ""]);
  }
  if (unit.bias !== undefined) rows.push(["bias", `= ${unit.bias}`, ""]);
  rows.push(["sum", `= ${unit.sum}`, ""]);
  if (activation !== undefined) rows.push([`${activation}(${unit.sum})`, `= ${unit.output}`, ""]);
  else if (unit.output !== unit.sum) rows.push(["output", `= ${unit.output}`, ""]);
  return textColumns(rows);
}

/** A layer that is no sum of products: its operations, and the first numbers of each. */
function otherLines({ kind, steps, output }: TracedLayer, colors: Colors): string[] {
  if (steps.length === 0) return [`${colors.bold(kind)} passes its ${counted(output.length, "number")} on`];
  return [colors.bold(kind), ...textColumns(steps.map((step) => [`  ${step.op}`, `= ${someNumbers(step.output)}`]))];
}

function someNumbers(numbers: readonly number[]): string {
  const first = numbers.slice(0, 6).join("  ");
  return numbers.length > 6 ? `${first}  … (${numbers.length} numbers)` : first;
}

/** The neurons that add most to the next layer's sums; all of the last layer's. */
function topUnits(units: readonly Unit[], next: TracedLayer | undefined, top: number): number[] {
  if (next === undefined) return units.map((_, i) => i);
  const weights = units.map((unit, i) => {
    if (next.units?.[0]?.terms.length !== units.length) return Math.abs(unit.output);
    return next.units.reduce((sum, { terms }) => sum + Math.abs(terms[i]?.product ?? 0), 0);
  });
  return largest(weights, top);
}

/** Where the largest of some numbers stand, in the order in which they stand. */
function largest(numbers: readonly number[], top: number): number[] {
  return numbers
    .map((_, i) => i)
    .sort((a, b) => (numbers[b] as number) - (numbers[a] as number) || a - b)
    .slice(0, top)
    .sort((a, b) => a - b);
}
