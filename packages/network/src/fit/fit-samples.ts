// For the tests of fit: a table that no straight line follows, and what a refusal says.
import { NeuriteError, seedKey, uniformAt, value } from "@neurite/tensor";

/** `rows` points of y = x₀ · x₁, which no straight line follows. */
export function productData(rows: number) {
  const data = Float32Array.from({ length: rows * 2 }, (_, i) => uniformAt(seedKey(7), i) * 2 - 1);
  const targets = Float32Array.from({ length: rows }, (_, i) => (data[2 * i] ?? 0) * (data[2 * i + 1] ?? 0));
  return { inputs: value(data, { shape: [rows, 2] }), targets: value(targets, { shape: [rows, 1] }) };
}

/** The code and message of a refusal. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof NeuriteError ? `${error.code}: ${error.message}` : `no refusal: ${String(error)}`;
}
