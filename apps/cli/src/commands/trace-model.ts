// `trace MODEL FILE`: one row of a table on its way through a model, from its cells to the prediction.

import { readCsv, toTable } from "@neurite/csv";
import { embeddedOf, NeuriteError, type RowTrace, type TabularModel } from "neurite";
import { readFile } from "../files/read-file";
import { checkOneStdin, readModel } from "../files/read-model";
import type { Io } from "../io";
import type { PluginFlags } from "../plugins/plugin-option";
import { openRegistry } from "../registry";
import { colorsFor } from "../terminal/colors";
import { counted } from "../terminal/short-number";
import { printWarnings, warningText } from "../warnings";
import { layerActivations } from "./layer-activations";
import { answerLines, cellLines, traceNumber } from "./trace-model-text";
import { traceLines } from "./trace-text";

/** What `trace` is told of a model. */
export interface TraceModelFlags extends PluginFlags {
  readonly row?: number;
  readonly top?: number;
  readonly json?: boolean;
}

const defaultTop = 5;

/** Traces a row of a table, counted from 1. */
export async function traceModel(modelPath: string, file: string, flags: TraceModelFlags, io: Io): Promise<void> {
  const { row = 1, top = defaultTop } = flags;
  checkOneStdin(modelPath, file);
  const { model, warnings: ofModel } = await readModel(modelPath, await openRegistry(flags.plugin, io), io);
  const { bytes, name } = await readFile(file, io);
  const text = readCsv(bytes, name);
  const record = text.rows[row - 1];
  if (record === undefined) {
    throw new NeuriteError(
      "usage",
      `--row: ${name} has ${counted(text.rows.length, "row")}, got ${row}. The first row is 1.`,
    );
  }
  const trace = model.trace(toTable(text), row - 1);
  const warnings = [...text.warnings, ...ofModel, ...trace.warnings.map(warningText)];
  const { line } = record;
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ row, line, ...traceObject(model, trace), warnings })}\n`);
    return;
  }
  printWarnings(warnings, io);
  const colors = colorsFor(io.stdout, io);
  const view = {
    unitName: unitNames(model, trace),
    inputNames: inputNames(model, trace),
    activations: layerActivations(model.network),
    number: traceNumber,
    top,
  };
  io.stdout.write(
    [
      `Row ${row} of ${name} (line ${line}) on its way through ${modelPath}`,
      colors.dim("Numbers on the way have six digits here; --json has them all."),
      "",
      ...cellLines(trace, colors),
      "",
      ...traceLines(trace.network, view, colors),
      ...answerLines(model, trace, colors),
      "",
    ].join("\n"),
  );
}

/** The output's neurons by what they answer, hidden ones by layer and place; layers without neurons are not counted. */
function unitNames({ target, classes }: TabularModel, { network: { layers } }: RowTrace<unknown>) {
  const last = layers.findLastIndex(({ units }) => units !== undefined);
  const numbers: number[] = [];
  for (const { units } of layers) numbers.push((numbers.at(-1) ?? 0) + (units === undefined ? 0 : 1));
  return (layer: number, unit: number): string => {
    if (layer !== last) return `layer ${numbers[layer]}, neuron ${unit + 1}`;
    if (classes === undefined) return `output (${target})`;
    return `output (${target} = ${classes.length === 2 ? classes[1] : classes[unit]})`;
  };
}

/** The features and then the vectors of embedded categories: what goes into the first neurons. */
function inputNames({ encoder }: TabularModel, { features }: RowTrace<unknown>): string[] {
  const vectors = embeddedOf(encoder.inputs).flatMap(({ column, width }) =>
    Array.from({ length: width }, (_, i) => `${column} (vector, ${i + 1})`),
  );
  return [...features.map((feature) => feature.name), ...vectors];
}

/** The object of `--json`. */
function traceObject(model: TabularModel, trace: ReturnType<TabularModel["trace"]>) {
  const { target, task, classes } = model;
  const engine = model.network.backend.name;
  const { features, indices, network, output, scale, prediction } = trace;
  const answer =
    typeof prediction === "number"
      ? { prediction }
      : { prediction: prediction.label, classes, probabilities: prediction.probabilities };
  return {
    target,
    task,
    engine,
    features,
    indices,
    layers: network.layers,
    output,
    ...(scale && { scale }),
    ...answer,
  };
}
