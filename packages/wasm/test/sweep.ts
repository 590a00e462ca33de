import { functions } from "../src/functions";
import { applyFunction } from "./apply-function";
import { float32References } from "./float32-references";

/** What a sweep over float32 numbers has found. */
export interface Sweep {
  /** The largest error in units of the last place of the result, and where. */
  readonly ulp: number;
  readonly at: number;
  /** How many results are NaN and should not be, or should be and are not, or are 0 with the wrong sign; and the first. */
  readonly wrong: number;
  readonly wrongAt: number;
}

const size = 1 << 15;

/** Compares a function with its reference on every `step`-th of all 2^32 bit patterns of float32. */
export function sweep(name: keyof typeof float32References, step: number): Sweep {
  const { inputs, output, run } = applyFunction(functions[name] as (typeof functions)[string], "float32", { size });
  const [x] = inputs as [Float32Array];
  const bits = new Uint32Array(x.buffer, x.byteOffset, size);
  const reference = float32References[name];
  const found = { ulp: 0, at: 0, wrong: 0, wrongAt: 0 };
  for (let start = 0; start < 2 ** 32; start += step * size) {
    const count = Math.min(size, Math.ceil((2 ** 32 - start) / step));
    for (let i = 0; i < count; i++) bits[i] = start + i * step;
    run();
    for (let i = 0; i < count; i++) {
      const expected = reference(x[i] as number);
      const got = output[i] as number;
      if (Object.is(got, Math.fround(expected))) continue;
      const ulp = ulpsOff(got, expected);
      if (Number.isNaN(ulp)) {
        if (found.wrong++ === 0) found.wrongAt = x[i] as number;
      } else if (ulp > found.ulp) {
        found.ulp = ulp;
        found.at = x[i] as number;
      }
    }
  }
  return found;
}

/** How far a float32 number is off, in units of the last place; ∞ counts as 2^128, where it begins. NaN where no distance is meant. */
export function ulpsOff(got: number, expected: number): number {
  if (got === 0 && Math.fround(expected) === 0) return Object.is(got, Math.fround(expected)) ? 0 : Number.NaN;
  const finite = (x: number) => Math.max(-(2 ** 128), Math.min(2 ** 128, x));
  return Math.abs(finite(got) - finite(expected)) / lastPlace(expected);
}

const whole = new Float64Array(1);
const halves = new Uint32Array(whole.buffer);

/** The weight of the last place that a number has as float32. */
function lastPlace(x: number): number {
  whole[0] = x;
  const exponent = (((halves[1] as number) >>> 20) & 2047) - 1023;
  return 2 ** (Math.max(-126, Math.min(127, exponent)) - 23);
}
