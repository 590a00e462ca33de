// Changes the description inside a model file, as an attacker or a broken disk would.
import { readSafetensors, type SafetensorsTensor, writeSafetensors } from "../src/index";

/** The description of a model file as plain data. */
// biome-ignore lint/suspicious/noExplicitAny: what is damaged on purpose has no type
export type Loose = any;

export function descriptionOf(bytes: Uint8Array): Loose {
  return JSON.parse(readSafetensors(bytes).metadata.get("neurite") ?? "");
}

/** The file with another description, and with other tensors where they are changed too. */
export function edit(
  bytes: Uint8Array,
  change: (description: Loose, tensors: Map<string, SafetensorsTensor>) => void,
): Uint8Array {
  const description = descriptionOf(bytes);
  const tensors = new Map(readSafetensors(bytes).tensors);
  change(description, tensors);
  return writeSafetensors(tensors, new Map([["neurite", JSON.stringify(description)]]));
}

/** The file with its description's text changed. */
export function editText(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const { tensors, metadata } = readSafetensors(bytes);
  return writeSafetensors(tensors, new Map([["neurite", change(metadata.get("neurite") ?? "")]]));
}
