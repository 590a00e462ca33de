/**
 * Bits of one element of each dtype of the format, in the order of the reference implementation's own list (rising alignment).
 *
 * A writer lays the tensors out from its end to its start, so that each begins at a multiple of its own size.
 */
const BITS = {
  BOOL: 8,
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  F8_E4M3FNUZ: 8,
  F8_E5M2FNUZ: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  F64: 64,
  I64: 64,
  U64: 64,
} as const;

/** The names of the dtypes that a safetensors file may hold. */
export type SafetensorsDType = keyof typeof BITS;

/** Whether a word is the name of a dtype. */
export function isSafetensorsDType(word: unknown): word is SafetensorsDType {
  return typeof word === "string" && Object.hasOwn(BITS, word);
}

/** The names for a message, in the order of the format. */
export function listSafetensorsDTypes(): string {
  return Object.keys(BITS).join(", ");
}

/** Where a dtype stands in the format's list; a higher one is written earlier. */
export function rankOf(dtype: SafetensorsDType): number {
  return Object.keys(BITS).indexOf(dtype);
}

const LARGEST = 2n ** 64n - 1n;

/**
 * How many bytes a tensor takes, `product(shape) · bits / 8`.
 *
 * Computed as the reference does, from left to right in unsigned 64 bits, so `[2^40, 2^40, 0]` is an overflow and `[0, 2^40, 2^40]` is not.
 *
 * @returns the bytes, "overflow" where 64 bits do not hold a product on the way, "part of a byte" where the last byte is not full
 */
export function byteLengthOf(
  dtype: SafetensorsDType,
  shape: readonly number[],
): bigint | "overflow" | "part of a byte" {
  let bits = 1n;
  for (const size of [...shape, BITS[dtype]]) {
    bits *= BigInt(size);
    if (bits > LARGEST) return "overflow";
  }
  return bits % 8n === 0n ? bits / 8n : "part of a byte";
}
