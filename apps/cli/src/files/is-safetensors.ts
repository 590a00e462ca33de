import { startsAsSafetensors } from "@neurite/csv";
import type { NamedBytes } from "./read-file";

/** Whether a file is meant as safetensors: by its name, or by its first bytes. */
export function isSafetensors({ bytes, name }: NamedBytes): boolean {
  return /\.safetensors$/i.test(name) || startsAsSafetensors(bytes);
}
