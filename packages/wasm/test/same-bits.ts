import type { Value } from "@neurite/tensor";

/** Whether two values are the same to the bit. */
export function sameBits(a: Value, b: Value): boolean {
  const bytes = ({ data }: Value) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const [left, right] = [bytes(a), bytes(b)];
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
