import type { SafetensorsDType } from "./safetensors-dtype";

/** The dtypes that have a typed array of their own here, with that array. */
interface Arrays {
  readonly F32: Float32Array;
  readonly F64: Float64Array;
  readonly I32: Int32Array;
}

/**
 * One tensor of a safetensors file: F32, F64 and I32 as typed arrays of numbers, every other dtype as its bytes.
 *
 * The numbers stand row by row, the last axis running fastest. For `BOOL` a byte is 0 or 1, for `U8` it is the number; the bytes of the others
 * (`F16`, `BF16`, `I64` …) are those of the file, little-endian.
 */
export type SafetensorsTensor = {
  readonly [D in SafetensorsDType]: {
    readonly dtype: D;
    readonly shape: readonly number[];
    readonly data: D extends keyof Arrays ? Arrays[D] : Uint8Array;
  };
}[SafetensorsDType];

/** What a safetensors file holds. */
export interface SafetensorsFile {
  /** Free text by key; empty where the file has none. */
  readonly metadata: ReadonlyMap<string, string>;
  /** The tensors by name, in the order in which their data stands in the file. */
  readonly tensors: ReadonlyMap<string, SafetensorsTensor>;
}
