import { describe, expect, it } from "vitest";
import { gradientErrors } from "../../test/check-gradient";
import { numbersOf } from "../../test/numbers-of";
import { refusal } from "../../test/refusal";
import { gradient } from "../gradient";
import { constant } from "../source";
import type { Tensor } from "../tensor";

const names = ["exp", "expm1", "log", "log1p", "sin", "cos", "atan", "tanh", "sigmoid", "erf"] as const;
type Name = (typeof names)[number];
const apply = (name: Name) => (x: Tensor) => x[name]();

/** At 0.5, -1.25 and 2, to 17 digits by mpmath (40 digits, rounded once). */
const known: Readonly<Record<Exclude<Name, "log" | "log1p">, readonly number[]>> = {
  exp: [1.6487212707001282, 0.2865047968601901, 7.38905609893065],
  expm1: [0.6487212707001282, -0.7134952031398099, 6.38905609893065],
  sin: [0.479425538604203, -0.9489846193555862, 0.9092974268256817],
  cos: [0.8775825618903728, 0.3153223623952687, -0.4161468365471424],
  atan: [0.4636476090008061, -0.8960553845713439, 1.1071487177940904],
  tanh: [0.46211715726000974, -0.8482836399575129, 0.9640275800758169],
  sigmoid: [0.6224593312018546, 0.22270013882530884, 0.8807970779778824],
  erf: [0.5204998778130465, -0.9229001282564583, 0.9953222650189527],
};

/** Relative: two units in the last place of a float64 and a little. */
const close = (got: readonly number[], expected: readonly number[]) =>
  expected.every((e, i) => Math.abs((got[i] as number) - e) <= 5e-16 * Math.abs(e));

describe("functions of one number", () => {
  it.each(Object.entries(known))("%s has known values", (name, expected) => {
    const got = numbersOf(apply(name as Name)(constant([0.5, -1.25, 2], "float64")));
    expect(got).toSatisfy((numbers: number[]) => close(numbers, expected));
  });

  it("log and log1p have known values", () => {
    // log 0.25, log 1.25 and log 3 by mpmath
    const expected = [-1.3862943611198906, 0.22314355131420976, 1.0986122886681098];
    for (const got of [constant([0.25, 1.25, 3], "float64").log(), constant([-0.75, 0.25, 2], "float64").log1p()]) {
      expect(numbersOf(got)).toSatisfy((numbers: number[]) => close(numbers, expected));
    }
  });

  it.each(names)("%s has the gradients of finite differences", (name) => {
    const point = name.startsWith("log") ? [0.3, 1, 2.5] : [-1.5, -0.2, 0, 0.7, 2];
    expect(gradientErrors(apply(name), [point])).toEqual([]);
  });

  it.each(names)("%s keeps shape and dtype, also of nothing", (name) => {
    const y = apply(name)(constant([], "float32", [0, 2]));
    expect([y.shape, y.dtype]).toEqual([[0, 2], "float32"]);
    expect(numbersOf(y)).toEqual([]);
  });

  it.each(names)("%s refuses whole numbers and bools", (name) => {
    const error = refusal(() => apply(name)(constant([1, 2], "int32")));
    expect(error.code).toBe("bad-dtype");
    expect(error.message).toBe(`${name}: expected float32 or float64, got int32 [2]. Convert it with cast.`);
    expect(refusal(() => apply(name)(constant([true], "bool"))).code).toBe("bad-dtype");
  });
});

describe("functions at their ends", () => {
  const ends = constant([-Infinity, Infinity, NaN, 1000, -1000], "float64");

  it("exp, tanh, sigmoid and erf reach their limits", () => {
    expect(numbersOf(ends.exp())).toEqual([0, Infinity, NaN, Infinity, 0]);
    expect(numbersOf(ends.tanh())).toEqual([-1, 1, NaN, 1, -1]);
    expect(numbersOf(ends.sigmoid())).toEqual([0, 1, NaN, 1, 0]);
    expect(numbersOf(ends.erf())).toEqual([-1, 1, NaN, 1, -1]);
  });

  it("log is -Infinity at 0 and NaN below", () => {
    expect(numbersOf(constant([0, -1, Infinity], "float64").log())).toEqual([-Infinity, NaN, Infinity]);
  });

  it("tanh and sigmoid have slope 0 far out, not NaN", () => {
    const x = constant([1000, -1000], "float64");
    expect(numbersOf(gradient(x.tanh().sum(), [x])[0])).toEqual([0, 0]);
    expect(numbersOf(gradient(x.sigmoid().sum(), [x])[0])).toEqual([0, 0]);
  });
});
