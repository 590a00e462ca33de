/** Whether this machine keeps the low byte first, as files do. Nearly all do. */
export function hostIsLittleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}

/**
 * A copy of some bytes, at an aligned address, whose numbers of `width` bytes are turned from the file's order to the host's, or back.
 *
 * `littleEndian` is the host's order; tests set it.
 */
export function copyNumbers(
  bytes: Uint8Array,
  width: number,
  littleEndian = hostIsLittleEndian(),
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  if (!littleEndian) for (let at = 0; at < copy.length; at += width) copy.subarray(at, at + width).reverse();
  return copy;
}
