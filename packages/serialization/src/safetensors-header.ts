/** The header of a safetensors file: from JSON text to a list of tensors that is sure to fit the bytes behind it. */
import { NeuriteError } from "@neurite/tensor";
import { excerpt } from "./excerpt";
import { type JsonValue, readJson } from "./parse-json";
import { byteLengthOf, isSafetensorsDType, listSafetensorsDTypes, type SafetensorsDType } from "./safetensors-dtype";

/** The longest header that the format allows, in bytes. */
export const LONGEST_HEADER = 100_000_000;

/** The key of a header under which the free text stands, and which therefore no tensor can have. */
export const METADATA = "__metadata__";

/** One tensor of a header; `begin` and `end` count from the first byte behind the header. */
interface Entry {
  readonly name: string;
  readonly dtype: SafetensorsDType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

interface Header {
  readonly metadata: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
}

/** A number of a header: a whole one from 0 to 2^64 - 1 as a bigint, anything else (`1.0`, `-1`, `1e3`) as a number. */
type HeaderNumber = bigint | number;
type HeaderValue = JsonValue<HeaderNumber>;

const AGAIN = "The file is damaged: write or download it again.";

/**
 * Reads and checks a header.
 *
 * @param available how many bytes stand behind the header
 */
export function readHeader(text: string, available: number): Header {
  const header = readJson(text, "safetensors: header", toHeaderNumber);
  if (!isObject(header)) throw bad(`the header should be a JSON object, got ${describe(header)}`);
  const entries: Entry[] = [];
  let metadata: ReadonlyMap<string, string> = new Map();
  for (const [name, value] of Object.entries(header)) {
    if (name === METADATA) metadata = readMetadata(value);
    else entries.push(readEntry(name, value));
  }
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  checkLayout(entries, available);
  return { metadata, entries };
}

function toHeaderNumber(source: string): HeaderNumber {
  if (source.length > 20 || !/^\d+$/.test(source)) return Number(source);
  const whole = BigInt(source);
  return whole < 2n ** 64n ? whole : Number(source);
}

function readMetadata(value: HeaderValue): ReadonlyMap<string, string> {
  const metadata = new Map<string, string>();
  if (value === null) return metadata; // the reference writes nothing for "no metadata", but reads null as that
  if (!isObject(value)) throw bad(`"${METADATA}" should be an object of texts, got ${describe(value)}`);
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== "string")
      throw bad(`"${METADATA}" should hold texts, got ${describe(text)} for ${excerpt(key)}`);
    metadata.set(key, text);
  }
  return metadata;
}

function readEntry(name: string, value: HeaderValue): Entry {
  const tensor = `tensor ${excerpt(name)}`;
  if (!isObject(value))
    throw bad(`${tensor} should be an object with dtype, shape and data_offsets, got ${describe(value)}`);
  for (const field of ["dtype", "shape", "data_offsets"]) {
    if (!Object.hasOwn(value, field))
      throw bad(`${tensor} should have dtype, shape and data_offsets, but ${field} is missing`);
  }
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isSafetensorsDType(dtype)) {
    throw bad(`${tensor} should have one of the dtypes ${listSafetensorsDTypes()}, got ${describe(dtype)}`);
  }
  if (!isArray(shape)) throw bad(`${tensor} should have a list as its shape, got ${describe(shape)}`);
  if (!isArray(offsets) || offsets.length !== 2) {
    const got = isArray(offsets) ? `a list of ${offsets.length}` : describe(offsets);
    throw bad(`${tensor} should have two data_offsets, begin and end, got ${got}`);
  }
  const sizes = shape.map((size, axis) => readWhole(size, `${tensor}, shape[${axis}]`));
  const begin = readWhole(offsets[0], `${tensor}, data_offsets[0]`);
  const end = readWhole(offsets[1], `${tensor}, data_offsets[1]`);
  if (end < begin) throw bad(`${tensor}: data_offsets should not end before they begin, got [${begin}, ${end}]`);
  checkSize(tensor, dtype, sizes, end - begin);
  return { name, dtype, shape: sizes, begin, end };
}

function readWhole(value: HeaderValue | undefined, place: string): number {
  if (typeof value !== "bigint") throw bad(`${place} should be a whole number of at least 0, got ${describe(value)}`);
  if (value > Number.MAX_SAFE_INTEGER) throw tooLarge(`${place} should be at most 2^53 - 1, got ${value}`);
  return Number(value);
}

function checkSize(tensor: string, dtype: SafetensorsDType, shape: readonly number[], got: number): void {
  const expected = byteLengthOf(dtype, shape);
  const what = `${tensor}: ${dtype} of shape ${showShape(shape)}`;
  if (expected === "overflow") throw tooLarge(`${what} should take less than 2^64 bits, got more`);
  if (expected === "part of a byte") throw bad(`${what} should fill whole bytes, but its last byte is not full`);
  if (expected !== BigInt(got)) throw bad(`${what} should take ${expected} bytes, but data_offsets span ${got}`);
}

/** Each tensor begins where the one before it ends, the first at 0, and the last ends where the file does. */
function checkLayout(entries: readonly Entry[], available: number): void {
  let covered = 0;
  for (const { name, begin, end } of entries) {
    if (begin !== covered) {
      const fault = begin < covered ? "overlaps the tensor before it" : "leaves a hole before it";
      throw bad(`tensor ${excerpt(name)} ${fault}: its data should begin at ${covered}, got ${begin}`);
    }
    covered = end;
  }
  if (available < covered)
    throw bad(`the file is cut off: the tensors need ${covered} bytes of data, got ${available}`);
  if (available > covered)
    throw bad(`the tensors should cover all ${available} bytes of data, but they end at ${covered}`);
}

function isObject(value: HeaderValue): value is { readonly [key: string]: HeaderValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isArray(value: HeaderValue | undefined): value is readonly HeaderValue[] {
  return Array.isArray(value);
}

function describe(value: HeaderValue | undefined): string {
  switch (typeof value) {
    case "string":
      return excerpt(value);
    case "object":
      return value === null ? "null" : isObject(value) ? "an object" : "a list";
    case "number":
      return `${Object.is(value, -0) ? "-0" : value}${value >= 0 && Number.isInteger(value) ? " as a decimal number" : ""}`;
    default:
      return String(value);
  }
}

function showShape(shape: readonly number[]): string {
  return shape.length <= 12 ? `[${shape.join(", ")}]` : `[${shape.slice(0, 12).join(", ")}, …] (${shape.length} axes)`;
}

function bad(fault: string): NeuriteError {
  return new NeuriteError("bad-file", `safetensors: ${fault}. ${AGAIN}`);
}

function tooLarge(fault: string): NeuriteError {
  return new NeuriteError("too-large", `safetensors: ${fault}. ${AGAIN}`);
}
