// `inspect` of a safetensors file: a table's model, a network without a table, or tensors of someone else.
import {
  builtins,
  createRegistry,
  describeModelFile,
  type FileWarning,
  type LoadOptions,
  loadTable,
  type ModelFileDescription,
  NeuriteError,
  openModelFile,
  type Registry,
  readSafetensors,
  type TabularModel,
} from "neurite";
import { commandWord } from "../command-word";
import type { NamedBytes } from "../files/read-file";
import { aboutFile } from "../files/read-model";
import type { Io } from "../io";
import { pluginRemedy } from "../plugins/plugin-remedy";
import { colorsFor } from "../terminal/colors";
import { printWarnings } from "../warnings";
import { foreignKinds } from "./foreign-kinds";
import { type InspectedModel, modelText, tensorsText } from "./inspect-model-text";
import { layerActivations } from "./layer-activations";

/** Prints what a safetensors file holds. */
export function inspectModel(file: NamedBytes, json: boolean, registry: Registry, io: Io): void {
  const colors = colorsFor(io.stdout, io);
  const { metadata, tensors } = aboutFile(file, readSafetensors);
  if (!metadata.has("neurite")) {
    const list = [...tensors].map(([name, { dtype, shape }]) => ({ name, dtype, shape }));
    const found = {
      format: "safetensors",
      bytes: file.bytes.length,
      metadata: Object.fromEntries(metadata),
      tensors: list,
    };
    io.stdout.write(json ? `${JSON.stringify(found)}\n` : tensorsText(file.name, list, metadata, colors));
    return;
  }
  const warnings: string[] = [];
  const inspected = aboutFile(file, (bytes) => openUp(bytes, registry, (message) => warnings.push(message)));
  if (json) {
    io.stdout.write(`${JSON.stringify({ ...modelObject(inspected), warnings })}\n`);
    return;
  }
  printWarnings(warnings, io);
  io.stdout.write(modelText(file.name, inspected, { command: commandWord(io), colors }));
}

function openUp(bytes: Uint8Array, registry: Registry, warn: (message: string) => void): InspectedModel {
  const description = describeModelFile(bytes);
  const foreign = foreignKinds(description.foreign, registry);
  const warnings: FileWarning[] = [];
  const options: LoadOptions = { registry, remedy: pluginRemedy, onWarning: (warning) => warnings.push(warning) };
  // which kinds run from the file is told by their list
  const tell = () => {
    for (const { code, message } of warnings) if (code !== "missing-plugin") warn(message);
  };
  try {
    const built = build(bytes, description, options);
    tell();
    return { description, foreign, ...built };
  } catch (error) {
    if (!(error instanceof NeuriteError)) throw error;
    if (error.code === "unknown-kind") {
      tell();
      warn(error.message);
      return { description, foreign, summary: undefined, activations: undefined, table: undefined };
    }
    if (!warnings.some(({ code }) => code === "other-version")) throw error;
    // a plugin in another version has failed, which the error tells: without plugins the file may be whole
    warn(error.message);
    return openUp(bytes, createRegistry({ plugins: [builtins] }), warn);
  }
}

function build(bytes: Uint8Array, { metadata }: ModelFileDescription, options: LoadOptions) {
  const table = metadata.has("tabular") ? loadTable(bytes, options) : undefined;
  const model = table?.network ?? openModelFile(bytes, options).model;
  return { summary: model.summary(), activations: layerActivations(model), table };
}

/** The object of `--json`. */
function modelObject({ description, foreign, summary, table }: InspectedModel) {
  const { version, dtype, inputs, layers, tensors, parameters, bytes } = description;
  return {
    format: "neurite",
    version,
    bytes,
    ...(table && tableObject(table)),
    dtype,
    inputs,
    layers: summary?.layers ?? layers,
    parameters: summary?.parameters ?? parameters,
    foreign,
    tensors,
  };
}

function tableObject(model: TabularModel) {
  const { task, target, classes, columns, scores, history, seed, engine } = model;
  return {
    task,
    target,
    ...(classes && { classes }),
    columns,
    ...scores,
    baselineStatistics: model.baselineStatistics(),
    epochs: history.epochs.length,
    seed,
    engine,
  };
}
