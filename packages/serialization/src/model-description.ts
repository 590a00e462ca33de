import type { Json } from "@neurite/plugin";
import { parameterLimit } from "@neurite/plugin";
import { type DType, NeuriteError, sizeOf, type Type, type Value } from "@neurite/tensor";
import type { Expression } from "./expression";
import { badField, checkNames, dtypeOf, type Fields, fieldOf, fieldsOf, listOf, shapeOf, wordOf } from "./field";
import { parseOrigins } from "./foreign-kind";
import { readModelTensors } from "./model-tensors";
import { type NetworkTree, readTree } from "./network-tree";
import { parseExpressions } from "./parse-expressions";
import { parseJson } from "./parse-json";
import type { PluginInFile } from "./plugin-in-file";
import { readSafetensors } from "./read-safetensors";

/** The version of the description; it rises when an older neurite could not read it rightly. */
export const FORMAT_VERSION = 1;

/** The key of a safetensors file's metadata under which the description of the model stands. */
export const METADATA_KEY = "neurite";

/** What a model file says of its model, read and checked, but not built. */
export interface ModelDescription {
  readonly version: number;
  readonly dtype: DType;
  /** What one row of each input looks like. */
  readonly inputs: readonly Type[];
  readonly network: NetworkTree;
  readonly origins: ReadonlyMap<string, PluginInFile>;
  readonly expressions: readonly Expression[];
  readonly metadata: ReadonlyMap<string, Json>;
  readonly weights: ReadonlyMap<string, Value>;
  /** The caller's own tensors. */
  readonly tensors: ReadonlyMap<string, Value>;
}

const names = ["version", "dtype", "inputs", "network", "foreign", "expressions", "graphs", "metadata"];

/** Reads a model file up to the point where plugins are needed. */
export function readDescription(bytes: Uint8Array): ModelDescription {
  const file = readSafetensors(bytes);
  const text = file.metadata.get(METADATA_KEY);
  if (text === undefined) {
    throw new NeuriteError(
      "bad-file",
      `This safetensors file holds no neurite model: its metadata has no "${METADATA_KEY}". Take a file that save wrote, or read its tensors with readSafetensors.`,
    );
  }
  const fields = fieldsOf(parseJson(text, "model file") as Json, "the description");
  const version = readVersion(fieldOf(fields, "version"));
  checkNames(fields, "the description", names);
  const { weights, extra } = readModelTensors(file.tensors);
  const network = fieldOf(fields, "network");
  if (network === undefined) throw badField("network", "a layer", network);
  return {
    version,
    dtype: wordOf(fieldOf(fields, "dtype"), "dtype", ["float32", "float64"]),
    inputs: readInputs(fields),
    network: readTree(network),
    origins: parseOrigins(fieldOf(fields, "foreign")),
    expressions: parseExpressions(fieldOf(fields, "expressions"), fieldOf(fields, "graphs")),
    metadata: new Map(Object.entries(fieldsOf(fieldOf(fields, "metadata") ?? {}, "metadata"))),
    weights,
    tensors: extra,
  };
}

function readVersion(version: Json | undefined): number {
  if (typeof version === "number" && version > FORMAT_VERSION) {
    throw new NeuriteError(
      "newer-version",
      `This file was written by a newer version of neurite: its format is ${version}, this neurite reads up to ${FORMAT_VERSION}. Update neurite.`,
    );
  }
  if (version !== FORMAT_VERSION) throw badField("version", `the number ${FORMAT_VERSION}`, version);
  return version;
}

function readInputs(fields: Fields): readonly Type[] {
  const inputs = listOf(fieldOf(fields, "inputs"), "inputs");
  if (inputs.length === 0) throw badField("inputs", "at least one", inputs);
  return inputs.map((written, i) => {
    const where = `inputs[${i}]`;
    const type = fieldsOf(written, where);
    checkNames(type, where, ["shape", "dtype"]);
    const shape = shapeOf(fieldOf(type, "shape"), `${where}.shape`);
    if (shape.length > MOST_AXES || sizeOf(shape) > parameterLimit) {
      throw new NeuriteError(
        "too-large",
        `A row of ${where} may have ${parameterLimit} numbers and ${MOST_AXES} axes, got ${sizeOf(shape)} and ${shape.length}. Use fewer columns.`,
      );
    }
    return { shape, dtype: dtypeOf(fieldOf(type, "dtype"), `${where}.dtype`) };
  });
}

/** The most axes that one row of an input may have. */
const MOST_AXES = 32;
