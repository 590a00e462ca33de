const brace = 0x7b;

/** Whether bytes begin as a safetensors file does: a size in 8 bytes, below 4 GB, then JSON. */
export function startsAsSafetensors(bytes: Uint8Array): boolean {
  const sized = bytes.length > 8 && bytes.subarray(4, 8).every((byte) => byte === 0);
  return sized && bytes[8] === brace;
}
