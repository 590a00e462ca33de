import {
  allocate,
  deriveKey,
  isFloat,
  type Key,
  seedKey,
  sizeOf,
  type Type,
  uniformAt,
  type Value,
} from "@neurite/tensor";

/** The key of the checks' own numbers: the same in every run. */
export const sampleKey = (name: string): Key => deriveKey(seedKey(20_261), name);

/** Numbers for a type: from -2 to 2, whole ones from 0 to 2. */
export function sampleValue(name: string, { shape, dtype }: Type): Value {
  const key = sampleKey(name);
  const data = allocate(dtype, sizeOf(shape));
  for (let i = 0; i < data.length; i++) {
    const x = uniformAt(key, i);
    data[i] = dtype === "int32" ? Math.floor(x * 3) : dtype === "bool" ? Number(x < 0.5) : x * 4 - 2;
  }
  return { shape, dtype, data };
}

/** The same number everywhere; whole numbers and bools stay 0. */
export function constantValue({ shape, dtype }: Type, number: number): Value {
  return { shape, dtype, data: allocate(dtype, sizeOf(shape)).fill(isFloat(dtype) ? number : 0) };
}

/** A copy that nobody else holds. */
export function copyOf(value: Value): Value {
  return { ...value, data: value.data.slice() };
}

/** Whether two values are the same to the bit. */
export function sameBits(a: Value, b: Value | undefined): boolean {
  return b !== undefined && a.data.length === b.data.length && a.data.every((n, i) => Object.is(n, b.data[i]));
}

/** Whether lists of values are the same to the bit. */
export function allSameBits(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, i) => sameBits(value, b[i]));
}

/** Where two lists of numbers differ by more than rounding, relative to the larger: the first place, or -1. */
export function firstApart(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): number {
  if (a.length !== b.length) return 0;
  return Array.from(a).findIndex((n, i) => {
    const other = b[i] as number;
    return !(
      Object.is(n, other) ||
      n === other ||
      Math.abs(n - other) <= tolerance * Math.max(1, Math.abs(n), Math.abs(other))
    );
  });
}
