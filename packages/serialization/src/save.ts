import type { Model } from "@neurite/network";
import type { Json, Origin, Ref, Registry, Trace } from "@neurite/plugin";
import type { Value } from "@neurite/tensor";
import { collectExpressions, createTracer } from "./collect-expressions";
import { sampleRows, type WriteRef } from "./cut-expression";
import { type Expression, writeExpressions } from "./expression";
import { fileOf, guessOrigin, isForeign, originOf, originsOf, writeOrigins } from "./foreign-kind";
import { FORMAT_VERSION, METADATA_KEY } from "./model-description";
import { writeModelTensors } from "./model-tensors";
import { kindsIn, readTree } from "./network-tree";
import { plainJson } from "./plain-json";
import { createRefWriter } from "./ref-writer";
import { writeSafetensors } from "./write-safetensors";

export interface SaveOptions {
  /** Tells which package a foreign kind comes from, so that whoever loads the file learns what to install. */
  readonly registry?: Registry;
  /** Data of the caller's own, handed back as it is. */
  readonly metadata?: Readonly<Record<string, Json>> | ReadonlyMap<string, Json>;
  /** Tensors of the caller's own, handed back as they are. */
  readonly tensors?: ReadonlyMap<string, Value>;
}

/**
 * Writes a model as the bytes of a safetensors file.
 *
 * Weights stand under their paths; the network stands in the metadata as kinds with their options. Kinds of others than neurite bring
 * the expressions that they were traced to, so that the file loads where their plugin is missing. The same model gives the same bytes.
 *
 * Throws `bad-argument` for options that JSON cannot hold, `bad-plugin` or `rows-dependent` for a foreign kind whose expression cannot be
 * cut out of the network, `too-large` for a network beyond the limits of the format.
 *
 * @example
 * ```ts
 * import { dense } from "@neurite/layers";
 * import { createModel, sequential } from "@neurite/network";
 * import { readSafetensors, save } from "@neurite/serialization";
 *
 * const model = createModel(sequential([dense({ units: 1 })]), { inputs: [2], seed: 1 });
 * const bytes = save(model, { metadata: { author: "me" } });
 * console.log([...readSafetensors(bytes).tensors.keys()]); // → [ '0/dense/bias', '0/dense/weights' ]
 * ```
 */
export function save(model: Model, options: SaveOptions = {}): Uint8Array<ArrayBuffer> {
  const { registry, metadata = {}, tensors = new Map<string, Value>() } = options;
  const extra = metadata instanceof Map ? Object.fromEntries(metadata) : metadata;
  const network = writeNetwork(model, registry);
  const description: Json = {
    version: FORMAT_VERSION,
    dtype: model.dtype,
    inputs: model.inputs.map(({ shape, dtype }) => ({ shape, dtype })),
    ...network,
    ...(Object.keys(extra).length > 0 && { metadata: plainJson(extra, "metadata") }),
  };
  return writeSafetensors(
    writeModelTensors(model.weights, tensors),
    new Map([[METADATA_KEY, JSON.stringify(description)]]),
  );
}

/** The network, the expressions of its foreign kinds, and where these come from. */
function writeNetwork(model: Model, registry: Registry | undefined): Readonly<Record<string, Json>> {
  const tracer = createTracer(model);
  const traced = tracer(false, sampleRows);
  const origins = new Map<string, Origin>();
  const refs: Ref[] = [];
  const remembered: ReadonlyMap<string, Origin>[] = [];
  const note = (ref: Ref): void => {
    const memory = originsOf(ref) ?? fileOf(ref)?.origins;
    if (memory) remembered.push(memory);
    if (!isForeign(ref.kind)) return;
    refs.push(ref);
    const origin = originOf(ref, registry);
    if (origin && !origins.has(ref.kind)) origins.set(ref.kind, origin);
  };
  // where an activation or initializer stands says which parameters it has, so it need not stay one object
  const activations = new Set<Ref>(traced.places.flatMap((p) => (p.category === "activation" ? [p.applied] : [])));
  const keepsIdentity = (ref: Ref) => !("sample" in ref) && !activations.has(ref);
  const network = createRefWriter({ keepsIdentity, onRef: note })(model.network, "the network");
  readTree(network);

  const inOptions = [...refs];
  for (const { applied } of traced.places) note(applied);
  const writeRef: WriteRef = (ref, where) => createRefWriter({ onRef: note })(ref, where);
  const foreign = refs.length > 0 || hasForeignSpec(traced);
  const found = foreign ? collectExpressions(tracer, inOptions, writeRef) : [];
  const known = namedOrigins(network, found, origins, remembered);
  const { expressions, graphs } = writeExpressions(found);
  return {
    network,
    ...(known.size > 0 && { foreign: writeOrigins(known) }),
    ...(expressions.length > 0 && { expressions, graphs }),
  };
}

function hasForeignSpec({ parameters, state }: Trace): boolean {
  const constraints = [...parameters.values()].flatMap(({ spec }) => spec.constraint ?? []);
  const initializers = [...parameters.values(), ...state.values()].map(({ spec }) => spec.initializer);
  return [...initializers, ...constraints].some(({ kind }) => isForeign(kind));
}

/** Where each foreign kind that the file names comes from; what nobody tells now is taken from the files that were loaded before. */
function namedOrigins(
  network: Json,
  expressions: readonly Expression[],
  origins: ReadonlyMap<string, Origin>,
  remembered: readonly ReadonlyMap<string, Origin>[],
): ReadonlyMap<string, Origin> {
  const kinds = new Set([...kindsIn(network), ...expressions.map(({ kind }) => kind)]);
  for (const { config, requests } of expressions) {
    for (const kind of kindsIn([config ?? null, requests as Json])) kinds.add(kind);
  }
  const memories = new Set(remembered);
  const named = new Map<string, Origin>();
  for (const kind of kinds) {
    if (!isForeign(kind)) continue;
    const kept = [...memories].map((memory) => memory.get(kind)).find((origin) => origin !== undefined);
    named.set(kind, origins.get(kind) ?? kept ?? guessOrigin(kind, origins));
  }
  return named;
}
