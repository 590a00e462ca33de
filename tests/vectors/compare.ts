// Whether numbers are as expected, within the tolerance that a file states.
import type { Tolerance } from "./read-vector";

/** The largest and the smallest normal number of float32, as the files count them. */
const [largest, smallest] = [3.4e38, 1e-38];

/** Whether float32 holds a finite number only as infinity or as almost nothing. */
export const beyondFloat32 = (n: number) =>
  Number.isFinite(n) && n !== 0 && (Math.abs(n) > largest || Math.abs(n) < smallest);

/** Where numbers miss what is expected, in words. At places that are `loose` nothing is asked but that no NaN takes a finite number's place. */
export function misses(
  what: string,
  got: ArrayLike<number>,
  expected: readonly number[],
  { rtol, atol }: Tolerance,
  loose: (at: number) => boolean = () => false,
): readonly string[] {
  if (got.length !== expected.length) return [`${what}: ${got.length} numbers instead of ${expected.length}`];
  return expected.flatMap((want, at) => {
    const have = got[at] as number;
    const fits = loose(at)
      ? !Number.isNaN(have) || !Number.isFinite(want)
      : Object.is(have, want) || have === want || Math.abs(have - want) <= atol + rtol * Math.abs(want);
    return fits ? [] : [`${what}[${at}] is ${have} instead of ${want}`];
  });
}
