import type { Formulas, Vector } from "./formulas";

/** A number as the unevaluated sum of a float64 and a much smaller one: twice the places. */
export type Double = readonly [high: Vector, low: Vector];

/** a + b without an error. Source: Knuth, "The Art of Computer Programming", volume 2, 4.2.2, theorem B. */
export function exactSum(f: Formulas, a: Vector, b: Vector): Double {
  const sum = f.hold(f.add(a, b));
  const second = f.hold(f.sub(sum, a));
  return [sum, f.hold(f.add(f.sub(a, f.sub(sum, second)), f.sub(b, second)))];
}

/** a · b to 2^-105, by halves of 26 and 27 places, whose products are exact. Source: Dekker, 1971; here the halves are cut, not rounded. */
export function exactProduct(f: Formulas, a: Vector, b: Vector): Double {
  const halves = (x: Vector) => {
    const high = f.hold(f.and(x, f.word(-1n << 27n)));
    return [high, f.hold(f.sub(x, high))] as const;
  };
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  const product = f.hold(f.mul(a, b));
  const most = f.add(f.add(f.sub(f.mul(aHigh, bHigh), product), f.mul(aHigh, bLow)), f.mul(aLow, bHigh));
  return [product, f.hold(f.add(most, f.mul(aLow, bLow)))];
}
