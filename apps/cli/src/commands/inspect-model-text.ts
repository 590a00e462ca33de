import type { ModelFileDescription, Shape, Summary, TabularModel } from "neurite";
import { baselineLines } from "../regression/baseline-lines";
import type { Colors } from "../terminal/colors";
import { oneLine } from "../terminal/one-line";
import { printable } from "../terminal/printable";
import { counted, countText } from "../terminal/short-number";
import { textColumns } from "../terminal/text-columns";
import { type ForeignKind, foreignLines } from "./foreign-kinds";
import { formulaText, type LayerActivations } from "./layer-activations";
import { partsText, scoreLines } from "./score-lines";

/** What a model file tells. */
export interface InspectedModel {
  readonly description: ModelFileDescription;
  readonly foreign: readonly ForeignKind[];
  /** Undefined where the network holds kinds that neither this command nor the file knows. */
  readonly summary: Summary | undefined;
  /** What its layers apply; undefined where there is no summary. */
  readonly activations: LayerActivations | undefined;
  /** Undefined where the network has no table. */
  readonly table: TabularModel | undefined;
}

/** How the text is made. */
export interface ModelTextOptions {
  /** How the command is called here. */
  readonly command: string;
  readonly colors: Colors;
}

/** A model file for people. */
export function modelText(
  name: string,
  { description, foreign, summary, activations, table }: InspectedModel,
  { command, colors }: ModelTextOptions,
): string {
  const { version, layers, dtype, bytes } = description;
  const parameters = summary?.parameters ?? description.parameters;
  const rows =
    summary?.layers.map(({ path, kind, depth, output, parameters: own }) => [
      `${"  ".repeat(depth - 1)}${printable(path)}`,
      printable(kind),
      (activations?.get(path) ?? []).map((applied) => formulaText(applied) ?? printable(applied.kind)).join(", "),
      shapeText(output),
      countText(own),
    ]) ?? layers.map(({ kind, depth }) => [`${"  ".repeat(depth)}${printable(kind)}`, printable(kind), "", "", ""]);
  const head = ["layer", "kind", "activation", "output", "parameters"].map(colors.dim);
  return [
    `${colors.bold(name)}: ${table === undefined ? "a network without a table" : `a model of ${colors.bold(oneLine(table.target))}, ${classText(table)}`}`,
    "",
    ...(table === undefined ? [] : tableLines(table, { command, colors })),
    ...textColumns([head, ...rows], ["left", "left", "left", "left", "right"]),
    `${counted(parameters, "parameter")} (${dtype}), ${countText(bytes)} bytes, file version ${version}`,
    "",
    ...foreignLines(foreign, summary !== undefined),
  ].join("\n");
}

/** A safetensors file that neurite has not written, for people. */
export function tensorsText(
  name: string,
  tensors: readonly { readonly name: string; readonly dtype: string; readonly shape: readonly number[] }[],
  metadata: ReadonlyMap<string, string>,
  colors: Colors,
): string {
  const head = ["tensor", "dtype", "shape"].map(colors.dim);
  const rows = tensors.map((tensor) => [oneLine(tensor.name), tensor.dtype, shapeText(tensor.shape)]);
  const notes = [...metadata].map(([key, value]) => [`${oneLine(key)}:`, oneLine(value)]);
  return [
    `${colors.bold(name)}: a safetensors file with ${counted(tensors.length, "tensor")}, no model of neurite`,
    "",
    ...(rows.length === 0 ? [] : [...textColumns([head, ...rows]), ""]),
    ...(notes.length === 0 ? [] : [...textColumns(notes), ""]),
  ].join("\n");
}

function tableLines(table: TabularModel, { command, colors }: ModelTextOptions): string[] {
  const { columns, scores, history, seed, engine } = table;
  const list = columns.map(({ name, kind, used }) => [
    oneLine(name),
    kind,
    used ? "" : colors.dim("not used: it did not vary"),
  ]);
  return [
    ...textColumns([["column", "kind"].map(colors.dim), ...list]),
    "",
    partsText(scores.rows),
    `Training: ${counted(history.epochs.length, "epoch")}, seed ${seed}, engine ${engine}.`,
    ...(scores.rows.test === 0 ? [] : ["Scores on the test rows:", "", ...scoreLines(scores, colors)]),
    "",
    ...baselineLines(table.baselineStatistics(), { regress: `${command} regress FILE`, colors }),
    "",
  ];
}

function classText({ classes }: TabularModel): string {
  if (classes === undefined) return "a number";
  const shown = classes.slice(0, 8).map(oneLine).join(", ");
  return `${counted(classes.length, "class", "classes")}: ${shown}${classes.length > 8 ? ", …" : ""}`;
}

function shapeText(shape: Shape): string {
  return shape.length === 0 ? "one number" : shape.join(" × ");
}
