import type { Code } from "../assembler/code";
import type { Formulas, Vector } from "./formulas";

/** What `body` makes of float32 vectors, computed as float64, two lanes at a time. */
export function byHalves(
  code: Code,
  f: Formulas,
  vectors: readonly Vector[],
  body: (wide: Vector[]) => Vector,
): Vector {
  const half = (numbers: readonly Vector[]) => {
    const wide = numbers.map((x) => f.hold(f.op("f64x2.promote_low_f32x4")(x)));
    return f.hold(f.op("f32x4.demote_f64x2_zero")(body(wide)));
  };
  const eights = (first: Vector, second: Vector, places: readonly [number, number]) => () => {
    f.put(first);
    f.put(second);
    code.shuffle(places.flatMap((place) => Array.from({ length: 8 }, (_, i) => place + i)));
  };
  const low = half(vectors);
  const high = half(vectors.map((x) => eights(x, x, [8, 0])));
  return eights(low, high, [0, 16]);
}
