import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { readSafetensors } from "./read-safetensors";
import type { SafetensorsTensor } from "./safetensors-file";
import { writeSafetensors } from "./write-safetensors";

/** The header of a file as text, with its padding. */
function headerOf(bytes: Uint8Array): string {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  return new TextDecoder().decode(bytes.subarray(8, 8 + length));
}

function bytesOf(...values: number[]): Uint8Array {
  return new Uint8Array(values);
}

function refusal(
  tensors: readonly (readonly [string, unknown])[],
  metadata?: readonly (readonly [string, unknown])[],
): NeuriteError {
  try {
    writeSafetensors(new Map(tensors as [string, SafetensorsTensor][]), new Map(metadata as [string, string][]));
  } catch (error) {
    if (error instanceof NeuriteError) return error;
    throw error;
  }
  throw new Error("should have been refused");
}

describe("writeSafetensors", () => {
  // From the tests of the reference implementation (safetensors/src/tensor.rs, test_serialization): "attn.0", F32, [1, 2, 3], 0 … 5.
  it("writes the bytes of the reference implementation", () => {
    const data = new Float32Array([0, 1, 2, 3, 4, 5]);
    expect([...writeSafetensors(new Map([["attn.0", { dtype: "F32", shape: [1, 2, 3], data }]]))]).toEqual([
      64, 0, 0, 0, 0, 0, 0, 0, 123, 34, 97, 116, 116, 110, 46, 48, 34, 58, 123, 34, 100, 116, 121, 112, 101, 34, 58, 34,
      70, 51, 50, 34, 44, 34, 115, 104, 97, 112, 101, 34, 58, 91, 49, 44, 50, 44, 51, 93, 44, 34, 100, 97, 116, 97, 95,
      111, 102, 102, 115, 101, 116, 115, 34, 58, 91, 48, 44, 50, 52, 93, 125, 125, 0, 0, 0, 0, 0, 0, 128, 63, 0, 0, 0,
      64, 0, 0, 64, 64, 0, 0, 128, 64, 0, 0, 160, 64,
    ]);
  });

  it("pads the header with spaces to a multiple of 8 bytes", () => {
    expect([...writeSafetensors(new Map())]).toEqual([8, 0, 0, 0, 0, 0, 0, 0, 123, 125, 32, 32, 32, 32, 32, 32]);
    expect(headerOf(writeSafetensors(new Map(), new Map([["framework", "pt"]])))).toBe(
      '{"__metadata__":{"framework":"pt"}}     ',
    );
  });

  // The order that the Python package safetensors 0.8.0 writes these dtypes in.
  it("puts dtypes of larger alignment first", () => {
    const sizes = {
      BOOL: 1,
      F4: 1,
      U8: 1,
      I8: 1,
      F8_E5M2: 1,
      F8_E4M3: 1,
      F8_E8M0: 1,
      F8_E4M3FNUZ: 1,
      F8_E5M2FNUZ: 1,
      I16: 2,
      U16: 2,
      F16: 2,
      BF16: 2,
      U32: 4,
      C64: 8,
      I64: 8,
      U64: 8,
    } as const;
    const tensors = new Map<string, SafetensorsTensor>();
    for (const [dtype, size] of Object.entries(sizes) as [keyof typeof sizes, number][]) {
      tensors.set(dtype.toLowerCase(), { dtype, shape: dtype === "F4" ? [2] : [1], data: new Uint8Array(size) });
    }
    tensors.set("f32", { dtype: "F32", shape: [1], data: new Float32Array(1) });
    tensors.set("f64", { dtype: "F64", shape: [1], data: new Float64Array(1) });
    tensors.set("i32", { dtype: "I32", shape: [1], data: new Int32Array(1) });
    expect([...readSafetensors(writeSafetensors(tensors)).tensors.values()].map((tensor) => tensor.dtype)).toEqual([
      "U64",
      "I64",
      "F64",
      "C64",
      "F32",
      "U32",
      "I32",
      "BF16",
      "F16",
      "U16",
      "I16",
      "F8_E5M2FNUZ",
      "F8_E4M3FNUZ",
      "F8_E8M0",
      "F8_E4M3",
      "F8_E5M2",
      "I8",
      "U8",
      "F4",
      "BOOL",
    ]);
  });

  // As the Python package safetensors 0.8.0 writes it; U+FFEE comes before U+1F600, though not in UTF-16.
  it("sorts equal dtypes by code point and escapes as the reference does", () => {
    const one = { dtype: "U8", shape: [1], data: bytesOf(0) } as const;
    const names = ["b", "😀", "\uffee", 'aé\u2028"\\\n\u0001/\u007f', "a"];
    const bytes = writeSafetensors(new Map(names.map((name) => [name, one])), new Map([["k", "v"]]));
    expect(headerOf(bytes).trimEnd()).toBe(
      '{"__metadata__":{"k":"v"},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},' +
        '"aé\u2028\\"\\\\\\n\\u0001/\u007f":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},' +
        '"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},"\uffee":{"dtype":"U8","shape":[1],"data_offsets":[3,4]},' +
        '"😀":{"dtype":"U8","shape":[1],"data_offsets":[4,5]}}',
    );
  });

  it("gives the same bytes whatever the order of the maps", () => {
    const a = ["a", { dtype: "U8", shape: [1], data: bytesOf(1) }] as const;
    const b = ["b", { dtype: "F64", shape: [], data: new Float64Array([2]) }] as const;
    const forth = writeSafetensors(
      new Map<string, SafetensorsTensor>([a, b]),
      new Map([
        ["x", "1"],
        ["y", "2"],
      ]),
    );
    const back = writeSafetensors(
      new Map<string, SafetensorsTensor>([b, a]),
      new Map([
        ["y", "2"],
        ["x", "1"],
      ]),
    );
    expect(forth).toEqual(back);
  });

  it("writes only the part that a view shows", () => {
    const data = new Float32Array([1, 2, 3, 4]).subarray(1, 3);
    const { tensors } = readSafetensors(writeSafetensors(new Map([["a", { dtype: "F32", shape: [2], data }]])));
    expect(tensors.get("a")?.data).toEqual(new Float32Array([2, 3]));
  });

  const f32 = { dtype: "F32", shape: [2], data: new Float32Array(2) };
  it.each([
    ["the format's own name", "__metadata__", f32, 'no tensor should be called "__metadata__"'],
    ["half a surrogate pair", "a\ud800", f32, "valid Unicode, got half a surrogate pair at character 1"],
    ["an unknown dtype", "a", { ...f32, dtype: "F31" }, 'tensor "a" should have a dtype of the format, got F31'],
    [
      "another array",
      "a",
      { ...f32, data: new Float64Array(2) },
      'tensor "a" should hold F32 in a Float32Array, got Float64Array',
    ],
    ["a list", "a", { ...f32, data: [1, 2] }, "got Array"],
    [
      "16-bit numbers",
      "a",
      { ...f32, dtype: "I16", data: new Int16Array(2) },
      "should hold I16 in a Uint8Array, got Int16Array",
    ],
    ["too little data", "a", { ...f32, shape: [3] }, 'tensor "a": F32 of shape [3] should take 12 bytes, got 8 bytes'],
    ["a negative size", "a", { ...f32, shape: [-1, -2] }, "whole numbers of at least 0 as its shape, got -1"],
    ["a fraction", "a", { ...f32, shape: [4, 0.5] }, "whole numbers of at least 0 as its shape, got 0.5"],
    ["an overflow", "a", { ...f32, shape: [2 ** 50, 2 ** 50] }, "less than 2^64 bits, not overflow"],
  ])("refuses %s", (_, name, tensor, message) => {
    const error = refusal([[name, tensor]]);
    expect(error.message).toContain(message);
    expect(error.code).toBe("bad-argument");
  });

  it("refuses free text that is none, or half a pair", () => {
    expect(refusal([], [["a", 1]]).message).toContain('metadata "a" should be a text, got number.');
    expect(refusal([], [["a", "\udc00"]]).message).toContain('metadata "a" should be valid Unicode');
    expect(refusal([], [["\udc00", ""]]).code).toBe("bad-argument");
  });

  it("refuses a header beyond 100 MB", () => {
    // {"__metadata__":{"a":"…"}} has 25 bytes besides the text; 100,000,025 is filled up to the next multiple of 8.
    const error = refusal([], [["a", "x".repeat(100_000_000)]]);
    expect(error.code).toBe("too-large");
    expect(error.message).toContain("at most 100000000 bytes, got 100000032");
  });
});
