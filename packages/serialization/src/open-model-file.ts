import { createModel, type Model } from "@neurite/network";
import { type AnyLayer, type Json, type Registry, trace } from "@neurite/plugin";
import { type Backend, input, NeuriteError, type Type, type Value } from "@neurite/tensor";
import { sampleRows } from "./cut-expression";
import { createShelf } from "./expression-shelf";
import { type FileWarning, remedyInCode } from "./file-warning";
import { type ModelDescription, readDescription } from "./model-description";
import type { PluginInFile } from "./plugin-in-file";
import { reviveNetwork } from "./revive-network";
import { versionFault } from "./version-fault";

export interface LoadOptions {
  /** Turns the kinds in the file into values: `createRegistry({ plugins: [builtins, …] })`. */
  readonly registry: Registry;
  /**
   * What to do where the plugin of a kind is missing: run it from its expression in the file with a warning, which is the default, or refuse
   * the file.
   */
  readonly missing?: "expression" | "error";
  /** Gets each warning; `console.warn` shows its message unless told otherwise. */
  readonly onWarning?: (warning: FileWarning) => void;
  /** How messages say where to get a plugin that is missing; by npm and `createRegistry` unless told otherwise. */
  readonly remedy?: (plugin: PluginInFile) => string;
  /** What the model runs on; the compiled engine where it can run, unless told otherwise. */
  readonly backend?: Backend;
}

/** A model file, opened. */
export interface ModelFile {
  readonly model: Model;
  /** What the caller of `save` passed as `metadata`. */
  readonly metadata: ReadonlyMap<string, Json>;
  /** What the caller of `save` passed as `tensors`. */
  readonly tensors: ReadonlyMap<string, Value>;
  readonly warnings: readonly FileWarning[];
}

/**
 * Reads a model file: the model, what the caller of `save` put beside it, and what there is to know of the plugins that it names.
 *
 * Throws as `load` does, and warns as it does.
 *
 * @example
 * ```ts
 * import { layersPlugin, dense } from "@neurite/layers";
 * import { activationsPlugin } from "@neurite/activations";
 * import { createModel, networkPlugin, sequential } from "@neurite/network";
 * import { createRegistry } from "@neurite/plugin";
 * import { openModelFile, save } from "@neurite/serialization";
 *
 * const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin] });
 * const bytes = save(createModel(sequential([dense({ units: 1 })]), { inputs: [2] }), { metadata: { author: "me" } });
 * const { model, metadata } = openModelFile(bytes, { registry });
 * console.log(metadata.get("author"), model.weights.size); // → me 2
 * ```
 */
export function openModelFile(bytes: Uint8Array, options: LoadOptions): ModelFile {
  const { registry, missing = "expression", onWarning = showWarning, remedy = remedyInCode, backend } = options;
  checkOptions(registry, missing);
  const description = readDescription(bytes);
  const { dtype, inputs, weights, metadata, tensors } = description;
  const warnings: FileWarning[] = [];
  const warn = (warning: FileWarning): void => {
    warnings.push(warning);
    onWarning(warning);
  };
  const file = { shelf: createShelf(description.expressions), origins: description.origins };
  const make = (): Model => {
    const { network, standIns } = reviveNetwork({ tree: description.network, file, registry, missing, warn, remedy });
    const made = createModel(network, { inputs, dtype, weights, ...(backend && { backend }) });
    if (standIns() > 0) checkTraining(network, description);
    return made;
  };
  const model = build(make, (fault) => versionFault(fault, warnings, file.shelf));
  file.shelf.release();
  return { model, metadata, tensors, warnings };
}

/**
 * The model of a file.
 *
 * Warns where a kind runs from its expression because its plugin is missing (`missing-plugin`, once a kind), and where a plugin is there in another
 * version than the file was written with (`other-version`, once a plugin). Nothing that a file names is ever imported.
 *
 * Throws `bad-file` or `bad-shape` for a file that is damaged or does not fit itself, naming the place; `newer-version` for one of a newer format,
 * `too-large` for sizes beyond the limits, before memory is taken; `unknown-kind` for a kind that neither the registry nor the file knows, or that the
 * registry lacks under `missing: "error"`, with its plugin and how to get it; `bad-plugin` where a plugin fails. Where such a failure
 * follows on an `other-version` warning, the error names both versions.
 *
 * @example
 * ```ts
 * import { activationsPlugin } from "@neurite/activations";
 * import { dense, layersPlugin } from "@neurite/layers";
 * import { createModel, networkPlugin, sequential } from "@neurite/network";
 * import { createRegistry } from "@neurite/plugin";
 * import { load, save } from "@neurite/serialization";
 *
 * const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin] });
 * const model = createModel(sequential([dense({ units: 1 })]), { inputs: [2], seed: 1 });
 * const again = load(save(model), { registry });
 * console.log(again.predict([[2, 3]]).data[0] === model.predict([[2, 3]]).data[0]); // → true
 * ```
 */
export function load(bytes: Uint8Array, options: LoadOptions): Model {
  return openModelFile(bytes, options).model;
}

/** Faults of plugins, and networks beyond what the machine's stack holds, as errors of neurite. */
function build<T>(make: () => T, explained: (fault: NeuriteError) => NeuriteError): T {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof NeuriteError) throw explained(cause);
    const fault = `The network of this file cannot be built: ${String(cause)}.`;
    const remedy = "Write the file anew, with the plugins that it was made with.";
    throw explained(new NeuriteError("bad-file", `${fault} ${remedy}`, { cause }));
  }
}

/** Applies the network once as training does, so that a damaged expression is found now and not in `fit`. */
function checkTraining(network: AnyLayer, { inputs, dtype }: ModelDescription): void {
  const stand = (type: Type, i: number) =>
    input(`input ${i}`, { shape: [sampleRows, ...type.shape], dtype: type.dtype });
  const key = input("key", { shape: [2], dtype: "int32" });
  const { parameters } = trace(network, inputs.map(stand), { training: true, dtype, key });
  for (const { spec, tensor } of parameters.values()) spec.constraint?.apply(tensor);
}

function checkOptions(registry: unknown, missing: unknown): void {
  if (typeof registry !== "object" || registry === null || !("reviver" in registry)) {
    throw new NeuriteError(
      "bad-argument",
      'load: "registry" should be a registry, got none. Pass createRegistry({ plugins: [builtins] }).',
    );
  }
  if (missing !== "expression" && missing !== "error") {
    throw new NeuriteError(
      "bad-argument",
      `load: "missing" should be "expression" or "error", got ${JSON.stringify(missing)}. Leave it out to run missing kinds from the file.`,
    );
  }
}

function showWarning({ message }: FileWarning): void {
  // biome-ignore lint/suspicious/noConsole: a warning that nobody asked for has nowhere else to go
  console.warn(message);
}
