import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSafetensors } from "./read-safetensors";
import type { SafetensorsTensor } from "./safetensors-file";
import { writeSafetensors } from "./write-safetensors";

const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });

/** A tensor of a shape, its bytes arbitrary, so that NaN payloads and -0 take part. */
const tensor: fc.Arbitrary<SafetensorsTensor> = shape.chain((sizes) => {
  const count = sizes.reduce((product, size) => product * size, 1);
  const bytes = (width: number) =>
    fc.uint8Array({ minLength: count * width, maxLength: count * width }).map((data) => new Uint8Array(data));
  return fc.oneof(
    bytes(4).map((data) => ({ dtype: "F32" as const, shape: sizes, data: new Float32Array(data.buffer) })),
    bytes(8).map((data) => ({ dtype: "F64" as const, shape: sizes, data: new Float64Array(data.buffer) })),
    bytes(4).map((data) => ({ dtype: "I32" as const, shape: sizes, data: new Int32Array(data.buffer) })),
    bytes(1).map((data) => ({ dtype: "BOOL" as const, shape: sizes, data })),
    bytes(1).map((data) => ({ dtype: "U8" as const, shape: sizes, data })),
    bytes(2).map((data) => ({ dtype: "BF16" as const, shape: sizes, data })),
    bytes(8).map((data) => ({ dtype: "I64" as const, shape: sizes, data })),
  );
});

const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "toString", "0", ""));
const tensors = fc.array(fc.tuple(text, tensor), { maxLength: 6 }).map((entries) => new Map(entries));
const metadata = fc.array(fc.tuple(text, text), { maxLength: 4 }).map((entries) => new Map(entries));

/** Bits, not numbers: a NaN should keep its payload. */
function bits(map: ReadonlyMap<string, SafetensorsTensor>): Map<string, unknown> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    entries.map(([name, { dtype, shape, data }]) => [
      name,
      { dtype, shape, bytes: [...new Uint8Array(data.buffer, data.byteOffset, data.byteLength)] },
    ]),
  );
}

function readsOrRefuses(bytes: Uint8Array): void {
  try {
    readSafetensors(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(NeuriteError);
    expect(["bad-file", "too-large"]).toContain(error instanceof NeuriteError && error.code);
  }
}

describe("a safetensors file", () => {
  it("gives back what was written, to the bit", () => {
    fc.assert(
      fc.property(tensors, metadata, (before, texts) => {
        before.delete("__metadata__");
        const file = writeSafetensors(before, texts);
        const after = readSafetensors(file);
        expect(bits(after.tensors)).toEqual(bits(before));
        expect(new Map([...after.metadata].sort())).toEqual(new Map([...texts].sort()));
        expect(writeSafetensors(after.tensors, after.metadata)).toEqual(file);
      }),
    );
  });

  it("begins each tensor at a multiple of its own size", () => {
    fc.assert(
      fc.property(tensors, (before) => {
        before.delete("__metadata__");
        const file = writeSafetensors(before);
        let at = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));
        for (const { dtype, data } of readSafetensors(file).tensors.values()) {
          const width = { F32: 4, F64: 8, I32: 4, BOOL: 1, U8: 1, BF16: 2, I64: 8 }[dtype as "F32"];
          expect(at % width).toBe(0);
          at += data.byteLength;
        }
        expect(at).toBe(file.length);
      }),
    );
  });

  it("is read or refused by a NeuriteError, whatever its bytes", () => {
    const framed = fc.uint8Array({ maxLength: 60 }).map((header) => {
      const file = new Uint8Array(8 + header.length);
      file[0] = header.length;
      file.set(header, 8);
      if (header.length > 0) file[8] = 0x7b;
      return file;
    });
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), framed), readsOrRefuses), { numRuns: 500 });
  });

  it("is read or refused by a NeuriteError where bytes of a good one were changed, cut off or added", () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...'{}[]",:0129-.eE \\u\0'.split("")), fc.boolean());
    fc.assert(
      fc.property(
        tensors,
        metadata,
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -2, max: 2 }),
        (before, texts, changes, more) => {
          before.delete("__metadata__");
          const good = writeSafetensors(before, texts);
          const bytes = new Uint8Array(Math.max(0, good.length + more));
          bytes.set(good.subarray(0, bytes.length));
          for (const [place, character, anywhere] of changes) {
            const range = anywhere ? bytes.length : Math.min(bytes.length, 150);
            bytes[place % range] = character.charCodeAt(0);
          }
          readsOrRefuses(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });
});
