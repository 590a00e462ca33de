import type { Code } from "../assembler/code";
import { formulas, type Vector } from "./formulas";

/** The first 160 bytes of 1 / π after the point, as hexadecimal digits. Source: Machin's formula, π = 16 arctan 1/5 - 4 arctan 1/239. */
function overPi(): string {
  const one = 1n << 1400n;
  const arctan = (inverse: bigint) => {
    let sum = 0n;
    for (let power = one / inverse, n = 1n; power; power /= -inverse * inverse, n += 2n) sum += power / n;
    return sum;
  };
  return ((one << 1280n) / (16n * arctan(5n) - 4n * arctan(239n))).toString(16);
}

/**
 * ±r for float64 numbers from 2^10 up: |x| + `turn` · π = n π + r with |r| ≤ π / 2, so that sin(±r) is the sine of x + `turn` · π.
 * NaN for ±∞.
 *
 * |x| / π is needed modulo 2 only, so only 24 bytes of 1 / π count: those before them give multiples of 2, those after them too little to
 * matter. With |x| = z · 256^k for a whole number z below 2^61 they are the bytes from k on, which `swizzle` picks out of constants. All
 * of z times all of them is then exact, as whole numbers, to 2^-128.
 * Source of the idea: Payne and Hanek, "Radian reduction for trigonometric functions", 1983.
 */
export function reduceLargeAngle(code: Code, x: Vector, turn: 0 | 0.5): Vector {
  const f = formulas(code, "float64");
  const { addWords, and, hold, shl, shrUnsigned, word } = f;
  const times = f.op("i64x2.mul");
  const low = (words: Vector) => and(words, word(0xffffffffn));
  const high = (words: Vector) => shrUnsigned(words, 32);
  const size = hold(f.abs(x));
  // 8 · (k + 16) and what is left of it: the last place of |x| weighs 2^(exponent - 1075), that of z between 1 and 2^7.
  const places = hold(f.subWords(shrUnsigned(size, 52), word(1076n - 128n)));
  const z = hold(addWords(f.subWords(size, shl(and(places, word(-8n)), 52)), f.exponent(128)));
  const z1 = hold(f.floor(f.mul(z, 2 ** -32)));
  const whole = (x: Vector) => hold(low(f.add(x, 2 ** 52)));
  const [zLow, zHigh] = [whole(f.sub(z, f.mul(z1, 2 ** 32))), whole(z1)];
  const start = hold(() => {
    const k = hold(shrUnsigned(places, 3));
    f.put(k);
    f.put(k);
    code.shuffle([0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8, 8, 8, 8, 8, 8]);
  });
  const everyByte = (n: number) => BigInt(n & 255) * 0x0101010101010101n;
  const table = new Int32Array(
    Uint8Array.from(overPi().match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)).buffer,
  );
  /** Eight bytes of 1 / π from the byte k + `from` on as a word, the first one uppermost; those before the first are 0. */
  const bytes = (from: number) => {
    const at = hold(f.op("i8x16.add")(start, word(0x0001020304050607n + everyByte(from))));
    const picked = Array.from({ length: 10 }, (_, i) => {
      const [a = 0, ...more] = table.subarray(4 * i, 4 * i + 4);
      const place = f.op("i8x16.add")(at, word(everyByte(-16 * (i + 1))));
      return f.op("i8x16.swizzle")(() => code.i32x4(a, ...more), place);
    });
    return hold(picked.reduce((all, some) => f.or(all, some)));
  };
  const words = [0, 8, 16].map(bytes).flatMap((eight) => [hold(high(eight)), hold(low(eight))]);
  const w = (i: number) => words[i] as Vector;
  // The multiplication by hand, from the right: column i weighs 2^(-32 i).
  const columns: Vector[] = [];
  const column = (i: number) => columns[i] as Vector;
  for (let i = 4; i >= 0; i--) {
    const products = [high(times(zLow, w(i))), low(times(zHigh, w(i))), high(times(zHigh, w(i + 1)))];
    if (i > 0) products.push(low(times(zLow, w(i - 1))));
    if (i < 4) products.push(high(column(i + 1)));
    if (i === 1 && turn) products.push(word(0x80000000n));
    columns[i] = hold(products.reduce((sum, more) => addWords(sum, more)));
  }
  const number = (i: number) => f.mul(f.sub(f.or(low(column(i)), 2 ** 52), 2 ** 52), 2 ** (-32 * i));
  const first = hold(number(1));
  const large = hold(f.sub(first, f.floor(f.add(first, 0.5))));
  const second = hold(number(2));
  const sum = hold(f.add(large, second));
  const rest = f.add(f.sub(second, f.sub(sum, large)), f.add(number(3), number(4)));
  const r = f.add(f.mul(f.add(sum, rest), Math.PI), f.sub(x, x));
  // n is odd by its last bit, and once more where r has been made negative.
  const odd = f.xor(shl(column(0), 63), shl(column(1), 32));
  return hold(f.xor(r, and(turn ? odd : f.xor(odd, x), -0)));
}
