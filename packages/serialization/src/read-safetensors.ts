import { NeuriteError } from "@neurite/tensor";
import { copyNumbers } from "./little-endian";
import type { SafetensorsDType } from "./safetensors-dtype";
import type { SafetensorsFile, SafetensorsTensor } from "./safetensors-file";
import { LONGEST_HEADER, readHeader } from "./safetensors-header";

/**
 * Reads a safetensors file: `length (8 bytes) | header (JSON) | data`.
 *
 * The arrays are copies; the given bytes are neither kept nor changed. No memory is taken for a tensor before the whole header is
 * known to fit the file. Every dtype of the format is read, those without an array in neurite as bytes. Stricter than the reference
 * reader in three things that the format asks for: no key stands twice, the header begins with `{`, and tensors are objects.
 *
 * Source: the format's description, https://github.com/huggingface/safetensors#format.
 *
 * @throws NeuriteError "bad-file" where the bytes break the format, "too-large" where the header is longer than 100 MB or a size
 *   is beyond what a number holds
 *
 * @example
 * ```ts
 * import { readSafetensors, writeSafetensors } from "@neurite/serialization";
 *
 * const bytes = writeSafetensors(new Map([["weights", { dtype: "F32", shape: [1, 2], data: new Float32Array([0.5, -2]) }]]));
 * const { tensors } = readSafetensors(bytes);
 * const weights = tensors.get("weights");
 * console.log(weights?.dtype, weights?.shape, weights?.data); // → F32 [ 1, 2 ] Float32Array(2) [ 0.5, -2 ]
 * ```
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  checkBytes(bytes);
  const length = headerLength(bytes);
  const data = bytes.subarray(8 + length);
  const { metadata, entries } = readHeader(decodeHeader(bytes.subarray(8, 8 + length)), data.length);
  const tensors = new Map<string, SafetensorsTensor>();
  for (const { name, dtype, shape, begin, end } of entries) {
    tensors.set(name, toTensor(dtype, shape, data.subarray(begin, end)));
  }
  return { metadata, tensors };
}

function checkBytes(bytes: unknown): void {
  if (ArrayBuffer.isView(bytes) && Object.prototype.toString.call(bytes) === "[object Uint8Array]") return;
  const got = Object.prototype.toString.call(bytes).slice(8, -1);
  throw new NeuriteError(
    "bad-argument",
    `readSafetensors: "bytes" should be a Uint8Array, got ${got}. Wrap a buffer: new Uint8Array(buffer).`,
  );
}

function headerLength(bytes: Uint8Array): number {
  if (bytes.length < 8)
    throw cutOff(`the file should begin with 8 bytes for the length of its header, got ${bytes.length} bytes`);
  const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  if (length > LONGEST_HEADER) {
    throw new NeuriteError(
      "too-large",
      `safetensors: the header should have at most ${LONGEST_HEADER} bytes, got ${length}. The file is damaged, or it is no safetensors file.`,
    );
  }
  const present = bytes.length - 8;
  if (length > present)
    throw cutOff(`the header should have ${length} bytes, but only ${present} stand behind its length`);
  return Number(length);
}

function decodeHeader(header: Uint8Array): string {
  if (header[0] !== 0x7b) {
    const got = header[0] === undefined ? "no bytes" : `the byte ${header[0]}`;
    throw cutOff(`the header should begin with "{" (the byte 123), got ${got}`);
  }
  try {
    // The copy lets the bytes be shared memory, which a TextDecoder refuses.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(header));
  } catch (cause) {
    throw new NeuriteError(
      "bad-file",
      "safetensors: the header should be UTF-8, got bytes that are not. The file is damaged: write or download it again.",
      { cause },
    );
  }
}

function cutOff(fault: string): NeuriteError {
  return new NeuriteError("bad-file", `safetensors: ${fault}. The file is cut off, or it is no safetensors file.`);
}

function toTensor(dtype: SafetensorsDType, shape: readonly number[], bytes: Uint8Array): SafetensorsTensor {
  switch (dtype) {
    case "F32":
      return { dtype, shape, data: new Float32Array(copyNumbers(bytes, 4).buffer) };
    case "F64":
      return { dtype, shape, data: new Float64Array(copyNumbers(bytes, 8).buffer) };
    case "I32":
      return { dtype, shape, data: new Int32Array(copyNumbers(bytes, 4).buffer) };
    default:
      return { dtype, shape, data: new Uint8Array(bytes) };
  }
}
