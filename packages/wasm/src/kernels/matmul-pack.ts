import type { Code, Local } from "../assembler/code";

/** The four bytes of each 32-bit lane, for a shuffle; lanes 4 to 7 are those of the second vector. */
const bytesOf = (...lanes: number[]) => lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte));
const low = bytesOf(0, 1, 4, 5);
const high = bytesOf(2, 3, 6, 7);
const evenly = bytesOf(0, 4, 1, 5);
const evenlyHigh = bytesOf(2, 6, 3, 7);

/** Two vectors to two, by two shuffles. */
function cross(code: Code, x: Local, y: Local, first: readonly number[], second: readonly number[]): [Local, Local] {
  code.get(x, y);
  code.shuffle(first);
  const one = code.take("v128");
  code.get(x, y);
  code.shuffle(second);
  return [one, code.take("v128")];
}

/** The transposed square of as many vectors as a vector has lanes. */
function transpose(code: Code, [a = 0, b = 0, c, d]: readonly Local[]): Local[] {
  if (c === undefined || d === undefined) return cross(code, a, b, low, high);
  const [ab, abHigh] = cross(code, a, b, evenly, evenlyHigh);
  const [cd, cdHigh] = cross(code, c, d, evenly, evenlyHigh);
  return [...cross(code, ab, cd, low, high), ...cross(code, abHigh, cdHigh, low, high)];
}

/** Repeats `body` while it moves `from` by `stepFrom` and `to` by `stepTo`, until `to` is at `end`. */
function walk(
  code: Code,
  from: Local,
  stepFrom: number,
  to: Local,
  stepTo: number,
  end: Local,
  body: () => void,
): void {
  code.loop(() => {
    body();
    code.bump(from, stepFrom);
    code.bump(to, stepTo);
    code.get(to, end);
    code.op("i32.lt_u");
    code.brIf(0);
  });
}

/**
 * Copies a strip so that a tile reads it in order: for each step over the inner axis, which is `stride` bytes in memory,
 * `bytes` bytes one after the other, in whole vectors; the last step overwrites up to 12 bytes after its end.
 */
export function packRows(
  code: Code,
  from: Local,
  to: Local,
  end: Local,
  { bytes, stride }: { readonly bytes: number; readonly stride: number },
): void {
  walk(code, from, stride, to, bytes, end, () => {
    for (let at = 0; at < bytes; at += 16) {
      code.get(to, from);
      code.memory("v128.load", at);
      code.memory("v128.store", at);
    }
  });
}

/**
 * Copies a strip of `count` columns, each stored along the inner axis and `stride` bytes after the last, in the order of {@link packRows}.
 *
 * Squares are transposed in registers. Lanes without a column repeat the last one, since there may be no memory after it.
 */
export function packColumns(
  code: Code,
  from: Local,
  to: Local,
  end: Local,
  {
    lanes,
    width,
    count,
    stride,
  }: { readonly lanes: number; readonly width: number; readonly count: number; readonly stride: number },
): void {
  walk(code, from, 16, to, 16 * width * lanes, end, () => {
    for (let vector = 0; vector < width; vector++) {
      const columns: Local[] = [];
      for (let lane = 0; lane < lanes; lane++) {
        code.get(from);
        code.memory("v128.load", Math.min(vector * lanes + lane, count - 1) * stride);
        columns.push(code.take("v128"));
      }
      transpose(code, columns).forEach((row, k) => {
        code.get(to, row);
        code.memory("v128.store", 16 * (k * width + vector));
      });
    }
  });
}
