import type { Category, Json } from "@neurite/plugin";
import { type DType, type Shape, sizeOf, type Type } from "@neurite/tensor";
import { fieldOf, isFields } from "./field";
import { type ModelDescription, readDescription } from "./model-description";
import { isWrittenKind, kindsIn, sameId } from "./network-tree";
import type { PluginInFile } from "./plugin-in-file";

/** One kind in the network of a file, with the kinds among its options. */
export interface DescribedKind {
  /** The option that it stands under, such as `layers[0]`; empty for the network itself. */
  readonly at: string;
  readonly kind: string;
  /** Its options that are plain data. */
  readonly options: Readonly<Record<string, Json>>;
  readonly parts: readonly DescribedKind[];
}

/** A layer of the network, told by the option `layer` or `layers` that it stands under. */
export interface DescribedLayer {
  readonly kind: string;
  /** How many layers it stands inside. */
  readonly depth: number;
  readonly options: Readonly<Record<string, Json>>;
}

/** A kind of a third party in a file. */
export interface DescribedForeignKind extends PluginInFile {
  readonly kind: string;
  /** What it is used as, as far as the file tells: by its expressions, and by the options that layers stand under. */
  readonly categories: readonly Category[];
  /** Whether the file carries what it computes, so that it runs without its plugin. */
  readonly expression: boolean;
}

/** What a model file holds. */
export interface ModelFileDescription {
  readonly version: number;
  readonly dtype: DType;
  /** What one row of each input looks like. */
  readonly inputs: readonly Type[];
  /** All kinds, sorted. */
  readonly kinds: readonly string[];
  readonly network: DescribedKind;
  readonly layers: readonly DescribedLayer[];
  readonly foreign: readonly DescribedForeignKind[];
  readonly tensors: readonly { readonly name: string; readonly shape: Shape; readonly dtype: DType }[];
  /** How many numbers the tensors of the network hold. */
  readonly parameters: number;
  /** The size of the file. */
  readonly bytes: number;
  readonly metadata: ReadonlyMap<string, Json>;
  /** The names of the caller's own tensors. */
  readonly extraTensors: readonly string[];
}

/**
 * Tells what a model file holds without building the model, so that no plugin is needed.
 *
 * Throws `bad-file`, `newer-version` or `too-large` for a file that cannot be read.
 *
 * @example
 * ```ts
 * import { dense } from "@neurite/layers";
 * import { createModel, sequential } from "@neurite/network";
 * import { describeModelFile, save } from "@neurite/serialization";
 *
 * const bytes = save(createModel(sequential([dense({ units: 4 }), dense({ units: 1 })]), { inputs: [3] }));
 * const { layers, parameters } = describeModelFile(bytes);
 * console.log(layers.map(({ kind }) => kind).join(", "), parameters); // → sequential, dense, dense 21
 * ```
 */
export function describeModelFile(bytes: Uint8Array): ModelFileDescription {
  const description = readDescription(bytes);
  const { version, dtype, inputs, metadata, weights, tensors } = description;
  const network = describeKind("", description.network.root, description);
  const layers = layersIn(network, 0);
  const held = [...weights].map(([name, value]) => ({ name, shape: value.shape, dtype: value.dtype }));
  return {
    version,
    dtype,
    inputs,
    kinds: [...kindsIn(description.network.root)].sort(),
    network,
    layers,
    foreign: [...description.origins].map(([kind, origin]) => {
      const expressions = description.expressions.filter((e) => e.kind === kind);
      const asLayer: readonly Category[] = layers.some((layer) => layer.kind === kind) ? ["layer"] : [];
      const categories = [...new Set([...asLayer, ...expressions.map((e) => e.category)])];
      return { kind, ...origin, categories, expression: expressions.length > 0 };
    }),
    tensors: held.sort((a, b) => (a.name < b.name ? -1 : 1)),
    parameters: held.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
    bytes: bytes.length,
    metadata,
    extraTensors: [...tensors.keys()].sort(),
  };
}

function describeKind(at: string, given: Json, description: ModelDescription): DescribedKind {
  const id = sameId(given);
  const written = id === undefined ? given : (description.network.repeated.get(id) as Json);
  if (!isWrittenKind(written)) {
    return { at, kind: typeof written === "string" ? written : "", options: {}, parts: [] };
  }
  const options: Record<string, Json> = Object.create(null);
  const parts: DescribedKind[] = [];
  const look = (option: Json, place: string): boolean => {
    if (isWrittenKind(option) || sameId(option) !== undefined) {
      parts.push(describeKind(place, option, description));
      return true;
    }
    if (typeof option !== "object" || option === null) return false;
    const inner = isFields(option)
      ? Object.entries(option).map(([name, part]) => look(part, `${place}.${name}`))
      : option.map((part: Json, i: number) => look(part, `${place}[${i}]`));
    return inner.includes(true);
  };
  const config = fieldOf(written, "config");
  for (const [name, option] of isFields(config) ? Object.entries(config) : []) {
    if (!look(option, name)) options[name] = option;
  }
  return { at, kind: written.kind, options, parts };
}

function layersIn({ at, kind, options, parts }: DescribedKind, depth: number): readonly DescribedLayer[] {
  const isLayer = at === "" || /(^|\.)layers?(\[\d+\])?$/.test(at);
  const inner = parts.flatMap((part) => layersIn(part, isLayer ? depth + 1 : depth));
  return isLayer ? [{ kind, depth, options }, ...inner] : inner;
}
