import { describe, expect, it } from "vitest";
import { cosineOfTurn, errorFunction, naturalLog } from "./elementary";
import { seedKey, uniformAt } from "./key";

/** How many float64 lie between two numbers. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  const ordinal = (x: number) => {
    const bits = new BigInt64Array(Float64Array.of(x).buffer)[0] as bigint;
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  };
  const distance = ordinal(a) - ordinal(b);
  return Number(distance < 0n ? -distance : distance);
}

const draws = Array.from({ length: 20_000 }, (_, i) => uniformAt(seedKey(1), i));

describe("naturalLog", () => {
  it("is within 1 ulp of known values", () => {
    // mpmath, 40 digits rounded once
    const known: readonly (readonly [number, number])[] = [
      [2, Math.LN2],
      [10, Math.LN10],
      [3, 1.0986122886681098],
      [7, 1.9459101490553132],
      [0.2, -1.6094379124341003],
      [1e-300, -690.7755278982137],
      [1e300, 690.7755278982137],
      [5e-324, -744.4400719213812],
      [Number.MAX_VALUE, 709.782712893384],
      [1.0000001, 9.999999505838704e-8],
      [0.9999999, -1.0000000494736474e-7],
    ];
    for (const [x, expected] of known)
      expect([x, ulps(naturalLog(x), expected)]).toEqual([x, expect.toSatisfy(upTo(1))]);
    expect(naturalLog(1)).toBe(0);
  });

  it("stays within 2 ulp of Math.log", () => {
    const worst = draws.map((u) => {
      const x = 2 ** Math.floor(u * 200 - 100) * (1 + ((u * 1e6) % 1));
      return Math.max(ulps(naturalLog(x), Math.log(x)), ulps(naturalLog(u + 0.5), Math.log(u + 0.5)));
    });
    expect(worst.reduce((a, b) => Math.max(a, b))).toBeLessThanOrEqual(2);
  });

  it("ends for every number", () => {
    expect([0, -0, -1, Infinity, -Infinity, NaN].map(naturalLog)).toEqual([
      -Infinity,
      -Infinity,
      NaN,
      Infinity,
      NaN,
      NaN,
    ]);
  });
});

describe("cosineOfTurn", () => {
  it("is within 2 ulp of known values", () => {
    // cos(2π t) by mpmath for the float64 next to t
    const known: readonly (readonly [number, number])[] = [
      [0, 1],
      [0.05, 0.9510565162951535],
      [0.1, 0.8090169943749475],
      [0.125, Math.SQRT1_2],
      [0.2, 0.30901699437494734],
      [0.3, -0.30901699437494734],
      [0.33, -0.4817536741017154],
      [0.4, -0.8090169943749475],
      [0.5, -1],
      [0.6, -0.8090169943749475],
      [0.9, 0.8090169943749475],
      [1, 1],
    ];
    for (const [t, expected] of known)
      expect([t, ulps(cosineOfTurn(t), expected)]).toEqual([t, expect.toSatisfy(upTo(2))]);
    expect([cosineOfTurn(0.25), cosineOfTurn(0.75)].map(Math.abs)).toEqual([0, 0]);
  });

  it("stays as close to Math.cos as the rounding of the angle allows", () => {
    // 2π t rounded is off by up to 2^-51 (4 < angle < 8), which moves the cosine by at most as much
    const worst = draws.map((t) => Math.abs(cosineOfTurn(t) - Math.cos(2 * Math.PI * t)));
    expect(worst.reduce((a, b) => Math.max(a, b))).toBeLessThan(2 ** -50);
  });
});

describe("errorFunction", () => {
  it("is within 4 ulp of known values", () => {
    // Abramowitz and Stegun, table 7.1, to 17 digits by mpmath
    const known: readonly (readonly [number, number])[] = [
      [0.1, 0.1124629160182849],
      [0.5, 0.5204998778130465],
      [1, 0.8427007929497149],
      [1.9999, 0.9953201979070294],
      [2, 0.9953222650189527],
      [2.0001, 0.9953243313041966],
      [3, 0.9999779095030014],
      [4, 0.9999999845827421],
      [5, 0.9999999999984626],
      [5.9, 0.9999999999999999],
      [1e-8, 1.1283791670955126e-8],
      [1e-300, 1.1283791670955126e-300],
    ];
    for (const [x, expected] of known) {
      expect([x, ulps(errorFunction(x), expected)]).toEqual([x, expect.toSatisfy(upTo(4))]);
      expect(errorFunction(-x)).toBe(-errorFunction(x));
    }
  });

  it("reaches 1 and keeps 0, its sign and NaN", () => {
    expect([6.1, 1e300, Infinity].map(errorFunction)).toEqual([1, 1, 1]);
    expect([-6.1, -Infinity].map(errorFunction)).toEqual([-1, -1]);
    expect([0, -0, NaN].map(errorFunction)).toEqual([0, -0, NaN]);
  });

  it("rises all the way", () => {
    const values = Array.from({ length: 1201 }, (_, i) => errorFunction(-6 + i / 100));
    expect(values.every((y, i) => i === 0 || y >= (values[i - 1] as number))).toBe(true);
  });
});

function upTo(most: number) {
  return (distance: unknown) => typeof distance === "number" && distance <= most;
}
