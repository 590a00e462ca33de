import { allocate, deriveKey, type Key, seedKey, sizeOf, type Type, uniformAt, type Value } from "@neurite/tensor";

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

/** The same number everywhere. */
export function constantValue({ shape, dtype }: Type, number: number): Value {
  return { shape, dtype, data: allocate(dtype, sizeOf(shape)).fill(number) };
}

/** Whether two values are the same to the bit. */
export function sameBits(a: Value, b: Value): boolean {
  return a.data.length === b.data.length && a.data.every((n: number, i: number) => Object.is(n, b.data[i]));
}

/** Whether two values are the same within rounding, relative to the larger. */
export function close(a: Value, b: Value, tolerance: number): boolean {
  return (
    a.data.length === b.data.length &&
    a.data.every((n: number, i: number) => {
      const other = b.data[i] as number;
      return Object.is(n, other) || Math.abs(n - other) <= tolerance * Math.max(1, Math.abs(n), Math.abs(other));
    })
  );
}
