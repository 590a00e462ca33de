import { readFileSync } from "node:fs";
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import index from "../test-data/index.json" with { type: "json" };
import { readSafetensors } from "./read-safetensors";

/** A file of this header and so many bytes of data 0, 1, 2 …; the length is the header's unless told. */
function file(header: string | Uint8Array, data = 0, length?: bigint): Uint8Array {
  const text = typeof header === "string" ? new TextEncoder().encode(header) : header;
  const bytes = new Uint8Array(8 + text.length + data);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  bytes.set(text, 8);
  for (let i = 0; i < data; i++) bytes[8 + text.length + i] = i;
  return bytes;
}

function tensor(dtype: string, shape: string, begin: number, end: number): string {
  return `{"dtype":"${dtype}","shape":${shape},"data_offsets":[${begin},${end}]}`;
}

function refusal(bytes: Uint8Array): NeuriteError {
  try {
    readSafetensors(bytes);
  } catch (error) {
    if (error instanceof NeuriteError) return error;
    throw error;
  }
  throw new Error("should have been refused");
}

describe("the cases with the reference reader's verdict", () => {
  it.each(index.cases)("$expect: $rule ($file)", ({ file: name, expect: verdict }) => {
    const bytes = readFileSync(new URL(`../test-data/${name}`, import.meta.url));
    if (verdict === "accept") expect(readSafetensors(bytes).tensors).toBeInstanceOf(Map);
    else expect(refusal(bytes).code).toBe("bad-file");
  });
});

describe("readSafetensors", () => {
  it("gives numbers for F32, F64 and I32, whatever their alignment in the file", () => {
    const header = `{"u":${tensor("U8", "[1]", 0, 1)},"f":${tensor("F32", "[1,2]", 1, 9)},"d":${tensor("F64", "[1]", 9, 17)},"i":${tensor("I32", "[]", 17, 21)}}`;
    const bytes = file(header, 21);
    const view = new DataView(bytes.buffer, bytes.length - 21);
    view.setUint8(0, 200);
    view.setFloat32(1, 0.5, true);
    view.setFloat32(5, -2, true);
    view.setFloat64(9, 0.1, true);
    view.setInt32(17, -7, true);
    const { tensors } = readSafetensors(bytes);
    expect([...tensors.keys()]).toEqual(["u", "f", "d", "i"]);
    expect(tensors.get("u")).toEqual({ dtype: "U8", shape: [1], data: new Uint8Array([200]) });
    expect(tensors.get("f")).toEqual({ dtype: "F32", shape: [1, 2], data: new Float32Array([0.5, -2]) });
    expect(tensors.get("d")).toEqual({ dtype: "F64", shape: [1], data: new Float64Array([0.1]) });
    expect(tensors.get("i")).toEqual({ dtype: "I32", shape: [], data: new Int32Array([-7]) });
  });

  it("gives copies", () => {
    const bytes = file(`{"a":${tensor("U8", "[2]", 0, 2)}}`, 2);
    const data = readSafetensors(bytes).tensors.get("a")?.data;
    bytes.fill(9);
    expect(data).toEqual(new Uint8Array([0, 1]));
    expect(data?.buffer.byteLength).toBe(2);
  });

  it("reads from shared memory and from the middle of a buffer", () => {
    const bytes = file(`{"a":${tensor("U8", "[2]", 0, 2)}}`, 2);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length + 3), 3);
    shared.set(bytes);
    expect(readSafetensors(shared).tensors.get("a")?.data).toEqual(new Uint8Array([0, 1]));
  });

  // Elements and bytes as in the reference implementation: F4 half a byte, F6 three quarters, C64 two float32.
  it.each([
    ["BOOL", 1, 1],
    ["F4", 2, 1],
    ["F6_E2M3", 4, 3],
    ["F6_E3M2", 4, 3],
    ["U8", 1, 1],
    ["I8", 1, 1],
    ["F8_E5M2", 1, 1],
    ["F8_E4M3", 1, 1],
    ["F8_E8M0", 1, 1],
    ["F8_E4M3FNUZ", 1, 1],
    ["F8_E5M2FNUZ", 1, 1],
    ["I16", 1, 2],
    ["U16", 1, 2],
    ["F16", 1, 2],
    ["BF16", 1, 2],
    ["U32", 1, 4],
    ["C64", 1, 8],
    ["I64", 1, 8],
    ["U64", 1, 8],
  ])("gives %s as its bytes", (dtype, elements, size) => {
    const { tensors } = readSafetensors(file(`{"a":${tensor(dtype, `[${elements}]`, 0, size)}}`, size));
    expect(tensors.get("a")).toEqual({
      dtype,
      shape: [elements],
      data: Uint8Array.from({ length: size }, (_, i) => i),
    });
  });

  it("reads the free text, and takes null for none", () => {
    expect([...readSafetensors(file('{"__metadata__":{"a":"1","__proto__":"é"}}')).metadata]).toEqual([
      ["a", "1"],
      ["__proto__", "é"],
    ]);
    expect(readSafetensors(file('{"__metadata__":null}')).metadata.size).toBe(0);
  });

  it("takes __proto__, constructor and the empty text as names", () => {
    const zero = tensor("F32", "[0]", 0, 0);
    const { tensors } = readSafetensors(file(`{"__proto__":${zero},"constructor":${zero},"":${zero}}`));
    expect([...tensors.keys()]).toEqual(["__proto__", "constructor", ""]);
  });

  it("lists the tensors by their place in the file, and takes empty ones anywhere between", () => {
    const header = `{"b":${tensor("U8", "[1]", 1, 2)},"e":${tensor("F64", "[3,0]", 1, 1)},"a":${tensor("U8", "[1]", 0, 1)}}`;
    expect([...readSafetensors(file(header, 2)).tensors.keys()]).toEqual(["a", "e", "b"]);
  });

  it("ignores fields that it does not know, as the reference does", () => {
    const bytes = file('{"a":{"dtype":"U8","note":{"x":[1.5]},"shape":[1],"data_offsets":[0,1]}}', 1);
    expect(readSafetensors(bytes).tensors.size).toBe(1);
  });

  it("computes sizes in 64 bits from left to right, as the reference does", () => {
    const large = "1125899906842624"; // 2^50
    expect(readSafetensors(file(`{"a":${tensor("U8", `[0,${large},${large}]`, 0, 0)}}`)).tensors.size).toBe(1);
    expect(refusal(file(`{"a":${tensor("U8", `[${large},${large},0]`, 0, 0)}}`)).code).toBe("too-large");
    // 2^32 · 2^32 = 2^64, which 64 bits would wrap to the 0 bytes that the offsets tell
    expect(refusal(file(`{"a":${tensor("U8", "[4294967296,4294967296]", 0, 0)}}`)).code).toBe("too-large");
    // 2^50 float64 = 2^53 bytes: refused by comparing, with no memory taken
    expect(refusal(file(`{"a":${tensor("F64", `[${large}]`, 0, 8)}}`, 8)).message).toContain(
      '"a": F64 of shape [1125899906842624] should take 9007199254740992 bytes, but data_offsets span 8.',
    );
  });

  it.each([
    ["no file", new Uint8Array(), "bad-file", "8 bytes for the length of its header, got 0 bytes"],
    ["a length of 0", file(""), "bad-file", 'should begin with "{" (the byte 123), got no bytes'],
    ["a length beyond 100 MB", file("{}", 0, 100_000_001n), "too-large", "at most 100000000 bytes, got 100000001"],
    ["a length of 2^64 - 1", file("{}", 0, 2n ** 64n - 1n), "too-large", "got 18446744073709551615"],
    ["a length beyond the file", file("{}", 0, 3n), "bad-file", "should have 3 bytes, but only 2 stand"],
    ["a space before the header", file(" {}"), "bad-file", 'should begin with "{" (the byte 123), got the byte 32'],
    ["a byte order mark", file("\ufeff{}"), "bad-file", "got the byte 239"],
    ["UTF-8 of a surrogate", file(new Uint8Array([123, 34, 0xed, 0xa0, 0x80, 34, 58, 49, 125])), "bad-file", "UTF-8"],
    ["an overlong form", file(new Uint8Array([123, 34, 0xc0, 0x80, 34, 58, 49, 125])), "bad-file", "UTF-8"],
    ["zeros behind the header", file("{}\0"), "bad-file", "the text should end after the value"],
    [
      "free text that is no object",
      file('{"__metadata__":["a"]}'),
      "bad-file",
      "should be an object of texts, got a list",
    ],
    ["free text with a number", file('{"__metadata__":{"a":1}}'), "bad-file", 'should hold texts, got 1 for "a"'],
    ["free text with an object", file('{"__metadata__":{"a":{}}}'), "bad-file", 'got an object for "a"'],
    ["a tensor that is a number", file('{"a":1}'), "bad-file", 'tensor "a" should be an object'],
    ["a tensor that is a list", file('{"a":["U8",[0],[0,0]]}'), "bad-file", 'tensor "a" should be an object'],
    [
      "two equal names",
      file(`{"a":${tensor("U8", "[0]", 0, 0)},"a":${tensor("U8", "[0]", 0, 0)}}`),
      "bad-file",
      'got "a" again',
    ],
    [
      "two equal names, one escaped",
      file(`{"a":${tensor("U8", "[1]", 0, 1)},"\\u0061":${tensor("U8", "[1]", 1, 2)}}`, 2),
      "bad-file",
      "again",
    ],
    ["two free texts", file('{"__metadata__":{},"__metadata__":{}}'), "bad-file", 'got "__metadata__" again'],
    ["two equal keys in the free text", file('{"__metadata__":{"a":"1","a":"1"}}'), "bad-file", 'got "a" again'],
    [
      "two dtypes",
      file('{"a":{"dtype":"U8","dtype":"U8","shape":[0],"data_offsets":[0,0]}}'),
      "bad-file",
      'got "dtype" again',
    ],
    [
      "a missing dtype",
      file('{"a":{"shape":[0],"data_offsets":[0,0]}}'),
      "bad-file",
      'tensor "a" should have dtype, shape and data_offsets, but dtype is missing',
    ],
    ["an unknown dtype", file(`{"a":${tensor("F31", "[0]", 0, 0)}}`), "bad-file", 'U64, got "F31"'],
    ["a dtype in small letters", file(`{"a":${tensor("f32", "[0]", 0, 0)}}`), "bad-file", 'got "f32"'],
    ["a dtype named constructor", file(`{"a":${tensor("constructor", "[0]", 0, 0)}}`), "bad-file", 'got "constructor"'],
    ["a shape of null", file(`{"a":${tensor("U8", "null", 0, 0)}}`), "bad-file", "a list as its shape, got null"],
    [
      "a negative size",
      file(`{"a":${tensor("U8", "[-1,-1]", 0, 1)}}`, 1),
      "bad-file",
      "shape[0] should be a whole number of at least 0, got -1",
    ],
    [
      "a size with a fraction",
      file(`{"a":${tensor("U8", "[2,0.5]", 0, 1)}}`, 1),
      "bad-file",
      "shape[1] should be a whole number of at least 0, got 0.5",
    ],
    ["1.0 as a size", file(`{"a":${tensor("U8", "[1.0]", 0, 1)}}`, 1), "bad-file", "got 1 as a decimal number"],
    ["1e0 as a size", file(`{"a":${tensor("U8", "[1e0]", 0, 1)}}`, 1), "bad-file", "got 1 as a decimal number"],
    ["-0 as a size", file(`{"a":${tensor("U8", "[-0]", 0, 0)}}`), "bad-file", "got -0"],
    ["a text as a size", file(`{"a":${tensor("U8", '["1"]', 0, 1)}}`, 1), "bad-file", 'got "1"'],
    [
      "a size of 2^53 + 1",
      file(`{"a":${tensor("U8", "[9007199254740993,0]", 0, 0)}}`),
      "too-large",
      "at most 2^53 - 1, got 9007199254740993",
    ],
    [
      "three offsets",
      file('{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0,0]}}'),
      "bad-file",
      "two data_offsets, begin and end, got a list of 3",
    ],
    ["an end before the begin", file(`{"a":${tensor("U8", "[1]", 1, 0)}}`, 1), "bad-file", "got [1, 0]"],
    [
      "a size that does not fit",
      file(`{"a":${tensor("F32", "[2]", 0, 4)}}`, 4),
      "bad-file",
      "F32 of shape [2] should take 8 bytes, but data_offsets span 4",
    ],
    ["half a byte", file(`{"a":${tensor("F4", "[3]", 0, 2)}}`, 2), "bad-file", "its last byte is not full"],
    [
      "a hole at the start",
      file(`{"a":${tensor("U8", "[1]", 1, 2)}}`, 2),
      "bad-file",
      'tensor "a" leaves a hole before it: its data should begin at 0, got 1',
    ],
    [
      "an overlap",
      file(`{"a":${tensor("U8", "[2]", 0, 2)},"b":${tensor("U8", "[2]", 1, 3)}}`, 3),
      "bad-file",
      'tensor "b" overlaps the tensor before it: its data should begin at 2, got 1',
    ],
    [
      "an empty tensor inside another",
      file(`{"a":${tensor("U8", "[2]", 0, 2)},"e":${tensor("U8", "[0]", 1, 1)}}`, 2),
      "bad-file",
      'tensor "e" overlaps',
    ],
    [
      "data cut off",
      file(`{"a":${tensor("U8", "[2]", 0, 2)}}`, 1),
      "bad-file",
      "the tensors need 2 bytes of data, got 1",
    ],
    [
      "data behind the last tensor",
      file(`{"a":${tensor("U8", "[1]", 0, 1)}}`, 3),
      "bad-file",
      "cover all 3 bytes of data, but they end at 1",
    ],
    [
      "an offset beyond the file",
      file(`{"a":${tensor("U8", "[1000000000000]", 0, 1e12)}}`, 1),
      "bad-file",
      "need 1000000000000 bytes of data, got 1",
    ],
  ])("refuses %s", (_, bytes, code, message) => {
    const error = refusal(bytes);
    expect(error.message).toContain(message);
    expect(error.code).toBe(code);
  });

  it("keeps messages short where a name is long", () => {
    const { message } = refusal(file(`{"${"n".repeat(100_000)}":1}`));
    expect(message).toContain("… (100000 characters)");
    expect(message.length).toBeLessThan(300);
  });

  it("says what it takes where it is handed something else", () => {
    const readAnything: (bytes: never) => unknown = readSafetensors;
    expect(() => readAnything(new ArrayBuffer(8) as never)).toThrow(
      'readSafetensors: "bytes" should be a Uint8Array, got ArrayBuffer. Wrap a buffer: new Uint8Array(buffer).',
    );
  });
});
