import type { Json, Snapshot } from "@neurite/plugin";
import { NeuriteError, type Value } from "@neurite/tensor";
import { badField, checkNames, fieldOf, fieldsOf, wholeOf } from "./field";
import { fromSafetensors, toSafetensors } from "./model-tensors";
import { parseJson } from "./parse-json";
import { plainJson } from "./plain-json";
import { readSafetensors } from "./read-safetensors";
import type { SafetensorsTensor } from "./safetensors-file";
import { writeSafetensors } from "./write-safetensors";

/** The key of a safetensors file's metadata under which the description of a snapshot stands. */
const SNAPSHOT_KEY = "neurite-snapshot";
const VERSION = 1;
/** What stands before the names of tensors: all that training changes, and the best weights. */
const parts = { state: "state:", best: "best:" } as const;

/**
 * Writes a snapshot of a training as the bytes of a safetensors file, to go on from when the process has died.
 *
 * Write the bytes under a temporary name and rename the file, so that a checkpoint is whole or the one before it.
 * Throws `bad-argument` where the snapshot holds what JSON cannot.
 *
 * @example
 * ```ts
 * import { dense } from "@neurite/layers";
 * import { adam, fit, meanSquaredError } from "@neurite/network";
 * import { loadSnapshot, saveSnapshot } from "@neurite/serialization";
 *
 * const data = { inputs: [[0], [1], [2]], targets: [[1], [3], [5]] };
 * const options = { loss: meanSquaredError, optimizer: adam(), seed: 1 };
 * const whole = await fit(dense({ units: 1 }), data, { ...options, epochs: 20 });
 *
 * let checkpoint = new Uint8Array();
 * const save = (snapshot: Parameters<typeof saveSnapshot>[0]) => {
 *   checkpoint = saveSnapshot(snapshot);
 * };
 * await fit(dense({ units: 1 }), data, { ...options, epochs: 12, checkpoint: { save, everyEpochs: 5 } });
 * const from = loadSnapshot(checkpoint); // after 10 epochs
 * const rest = await fit(dense({ units: 1 }), data, { ...options, epochs: 20, from });
 * console.log(from.epoch, rest.model.predict([[3]]).data[0] === whole.model.predict([[3]]).data[0]); // → 10 true
 * ```
 */
export function saveSnapshot(snapshot: Snapshot): Uint8Array<ArrayBuffer> {
  const { state, best, epoch, step, seed, controller } = snapshot;
  const tensors = new Map<string, SafetensorsTensor>();
  for (const [name, held] of state) tensors.set(`${parts.state}${name}`, toSafetensors(held));
  for (const [path, held] of best ?? []) tensors.set(`${parts.best}${path}`, toSafetensors(held));
  const description = { version: VERSION, epoch, step, seed, controller: plainJson(controller, "controller") };
  return writeSafetensors(tensors, new Map([[SNAPSHOT_KEY, JSON.stringify(description)]]));
}

/**
 * Reads a snapshot that `saveSnapshot` wrote.
 *
 * Throws `bad-file` for bytes that are damaged, cut off or no snapshot, `newer-version` for one of a newer format, `too-large` for sizes
 * beyond the limits, before memory is taken.
 */
export function loadSnapshot(bytes: Uint8Array): Snapshot {
  const file = readSafetensors(bytes);
  const text = file.metadata.get(SNAPSHOT_KEY);
  if (text === undefined) {
    throw new NeuriteError(
      "bad-file",
      `This safetensors file holds no snapshot of a training: its metadata has no "${SNAPSHOT_KEY}". Take a file that saveSnapshot wrote; load reads models.`,
    );
  }
  const fields = fieldsOf(parseJson(text, "snapshot") as Json, "the description");
  const version = fieldOf(fields, "version");
  if (typeof version === "number" && version > VERSION) {
    throw new NeuriteError(
      "newer-version",
      `This snapshot was written by a newer version of neurite: its format is ${version}, this neurite reads up to ${VERSION}. Update neurite.`,
    );
  }
  wholeOf(version, "version", VERSION, VERSION);
  checkNames(fields, "the description", ["version", "epoch", "step", "seed", "controller"]);
  const state = new Map<string, Value>();
  const best = new Map<string, Value>();
  for (const [name, tensor] of file.tensors) {
    if (name.startsWith(parts.state)) state.set(name.slice(parts.state.length), fromSafetensors(name, tensor));
    else if (name.startsWith(parts.best)) best.set(name.slice(parts.best.length), fromSafetensors(name, tensor));
    else throw badField("a tensor's name", `${parts.state}… or ${parts.best}…`, name);
  }
  const whole = (name: string, least = 0) => wholeOf(fieldOf(fields, name), name, least, Number.MAX_SAFE_INTEGER);
  return {
    format: 1,
    state,
    ...(best.size > 0 && { best }),
    epoch: whole("epoch"),
    step: whole("step"),
    seed: whole("seed", -Number.MAX_SAFE_INTEGER),
    controller: fieldsOf(fieldOf(fields, "controller"), "controller"),
  };
}
