import type { NamedBytes } from "./read-file";

const brace = 0x7b;

/** Whether a file is meant as safetensors: by its name, or by its first bytes (a size in 8 bytes, then JSON). */
export function isSafetensors({ bytes, name }: NamedBytes): boolean {
  if (/\.safetensors$/i.test(name)) return true;
  const sized = bytes.length > 8 && bytes.subarray(4, 8).every((byte) => byte === 0);
  return sized && bytes[8] === brace;
}
