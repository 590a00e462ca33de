import { NeuriteError } from "@neurite/tensor";
import { excerpt } from "./excerpt";
import { copyNumbers } from "./little-endian";
import { byteLengthOf, isSafetensorsDType, listSafetensorsDTypes, rankOf } from "./safetensors-dtype";
import type { SafetensorsTensor } from "./safetensors-file";
import { LONGEST_HEADER, METADATA } from "./safetensors-header";

/**
 * Writes a safetensors file, laid out as the reference implementation does.
 *
 * The same content gives the same bytes, whatever the order of the maps and the machine: dtypes of larger alignment come first, equal ones by
 * name, the free text by key, numbers are little-endian, and spaces fill the header up to a multiple of 8 bytes, so that each tensor begins at a multiple of its own size.
 *
 * Source: the format's description, https://github.com/huggingface/safetensors#format.
 *
 * @param metadata free text by key, such as a description
 * @throws NeuriteError "bad-argument" where a tensor's array, shape and dtype do not go together or a name cannot be written,
 *   "too-large" where the header would be longer than 100 MB or the file larger than one array
 *
 * @example
 * ```ts
 * import { writeSafetensors } from "@neurite/serialization";
 *
 * const bias = { dtype: "F32", shape: [2], data: new Float32Array([0, 1]) } as const;
 * const bytes = writeSafetensors(new Map([["bias", bias]]), new Map([["author", "me"]]));
 * console.log(bytes.length % 8); // → 0
 * ```
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, SafetensorsTensor>,
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array<ArrayBuffer> {
  for (const [name, tensor] of tensors) checkTensor(name, tensor);
  const sorted = [...tensors].sort(
    ([a, left], [b, right]) => rankOf(right.dtype) - rankOf(left.dtype) || compare(a, b),
  );
  const members: string[] = [];
  if (metadata.size > 0) members.push(member(METADATA, metadataJson(metadata)));
  let offset = 0;
  for (const [name, tensor] of sorted) {
    const { dtype, shape, data } = tensor;
    const end = offset + data.byteLength;
    members.push(member(name, JSON.stringify({ dtype, shape, data_offsets: [offset, end] })));
    offset = end;
  }
  const header = encodeHeader(members);
  const file = allocate(8 + header.length + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const [, { dtype, data }] of sorted) {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    // Only these are arrays of numbers; the others are bytes in the file's order already.
    const numbers = dtype === "F32" || dtype === "F64" || dtype === "I32";
    file.set(numbers ? copyNumbers(bytes, data.BYTES_PER_ELEMENT) : bytes, at);
    at += bytes.length;
  }
  return file;
}

/** By code point, which is the order of the bytes in UTF-8 (`<` compares halves of surrogate pairs). */
function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === length) return a.length - b.length;
  const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
  if (isSurrogate(x) !== isSurrogate(y)) return isSurrogate(x) ? 1 : -1;
  return x - y;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function member(key: string, json: string): string {
  checkUnicode(`the name ${excerpt(key)}`, key);
  return `${JSON.stringify(key)}:${json}`;
}

function metadataJson(metadata: ReadonlyMap<string, string>): string {
  const texts = [...metadata].sort(([a], [b]) => compare(a, b));
  const members = texts.map(([key, text]: [string, unknown]) => {
    if (typeof text !== "string") {
      throw bad(
        `metadata ${excerpt(key)} should be a text, got ${typeof text}`,
        "Turn it into one, as by JSON.stringify",
      );
    }
    checkUnicode(`metadata ${excerpt(key)}`, text);
    return member(key, JSON.stringify(text));
  });
  return `{${members.join(",")}}`;
}

function checkUnicode(subject: string, text: string): void {
  const at = text.search(/\p{Surrogate}/u);
  if (at < 0) return;
  throw bad(`${subject} should be valid Unicode, got half a surrogate pair at character ${at}`, "Use toWellFormed()");
}

function checkTensor(name: string, { dtype, shape, data }: SafetensorsTensor): void {
  const tensor = `tensor ${excerpt(name)}`;
  if (name === METADATA) throw bad(`no tensor should be called "${METADATA}", got one`, "Give it another name");
  if (!isSafetensorsDType(dtype)) {
    throw bad(`${tensor} should have a dtype of the format, got ${dtype}`, `Take one of ${listSafetensorsDTypes()}`);
  }
  const odd = shape.find((size) => !Number.isSafeInteger(size) || size < 0);
  if (odd !== undefined) {
    throw bad(`${tensor} should have whole numbers of at least 0 as its shape, got ${odd}`, "Mend the shape");
  }
  const array = arrayOf(dtype);
  const got = Object.prototype.toString.call(data).slice(8, -1);
  if (got !== array)
    throw bad(`${tensor} should hold ${dtype} in a ${array}, got ${got}`, "Convert it, or change dtype");
  const expected = byteLengthOf(dtype, shape);
  if (expected !== BigInt(data.byteLength)) {
    const takes =
      typeof expected === "bigint" ? `${expected} bytes` : `whole bytes, less than 2^64 bits, not ${expected}`;
    const what = `${tensor}: ${dtype} of shape [${shape.join(", ")}]`;
    throw bad(`${what} should take ${takes}, got ${data.byteLength} bytes`, "Make shape and data agree");
  }
}

function arrayOf(dtype: SafetensorsTensor["dtype"]): string {
  switch (dtype) {
    case "F32":
      return "Float32Array";
    case "F64":
      return "Float64Array";
    case "I32":
      return "Int32Array";
    default:
      return "Uint8Array";
  }
}

function encodeHeader(members: readonly string[]): Uint8Array {
  const json = new TextEncoder().encode(`{${members.join(",")}}`);
  const padded = Math.ceil(json.length / 8) * 8;
  if (padded > LONGEST_HEADER) {
    throw new NeuriteError(
      "too-large",
      `writeSafetensors: the header should have at most ${LONGEST_HEADER} bytes, got ${padded}. Write fewer tensors or less metadata.`,
    );
  }
  const header = new Uint8Array(padded).fill(0x20);
  header.set(json);
  return header;
}

function allocate(length: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(length);
  } catch (cause) {
    throw new NeuriteError(
      "too-large",
      `writeSafetensors: the file should fit one array, got ${length} bytes. Split the tensors into several files.`,
      { cause },
    );
  }
}

function bad(fault: string, remedy: string): NeuriteError {
  return new NeuriteError("bad-argument", `writeSafetensors: ${fault}. ${remedy}.`);
}
