import { constant, type DType, isFloat, type Shape, sizeOf, type Tensor } from "@neurite/tensor";

/** Choices made ahead, so that fast-check can make them smaller: each question takes the next one. */
export interface Draw {
  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number;
}

/** The choices in a list; after its end they are made of those in it. */
export function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  return {
    below(end) {
      const number = numbers[at % numbers.length] ?? 0;
      const round = Math.floor(at / Math.max(1, numbers.length));
      at++;
      return (number + round * (number % 97) * 7919) % end;
    },
  };
}

/** Tensors that a random graph has made so far, and how it picks among them. */
export interface Pool {
  readonly made: Tensor[];
  readonly draw: Draw;
  /** How many loops the graph may still nest. */
  readonly loops: number;
  /** Any tensor of one of these dtypes, of any dtype where none is named. */
  pick(...dtypes: DType[]): Tensor;
}

export function createPool(made: Tensor[], draw: Draw, loops: number): Pool {
  return {
    made,
    draw,
    loops,
    pick(...dtypes) {
      const fitting = dtypes.length === 0 ? made : made.filter((t) => dtypes.includes(t.dtype));
      // the later half is likelier, so that graphs become deep
      const from = draw.below(2) === 0 ? 0 : Math.floor(fitting.length / 2);
      const found = fitting[from + draw.below(Math.max(1, fitting.length - from))];
      return found ?? constant([1, 0, 1, 1], dtypes[0] ?? "float32");
    },
  };
}

const floats: readonly DType[] = ["float32", "float64"];
export const pickFloat = (pool: Pool) => pool.pick(...floats);
export const pickNumber = (pool: Pool) => pool.pick("float32", "float64", "int32");

const sides = [1, 2, 3, 4, 5, 1, 7, 8, 3, 9, 13, 2, 17, 33];

/** One side of an array; a few are 0 or longer than a vector. */
export function drawSide(draw: Draw, empty = false): number {
  return empty && draw.below(40) === 39 ? 0 : (sides[draw.below(sides.length)] as number);
}

/** A shape of up to four axes. */
export function drawShape(draw: Draw): Shape {
  const shape: number[] = [];
  for (let rank = draw.below(5); rank > 0; rank--) {
    const side = drawSide(draw, true);
    shape.push(sizeOf(shape) * side > 400 ? 1 : side);
  }
  return shape;
}

/** Some of the numbers of `t`, repeated where they do not suffice, in a shape. */
export function fit(t: Tensor, shape: Shape, draw: Draw): Tensor {
  const [have, want] = [sizeOf(t.shape), sizeOf(shape)];
  if (have === want) return t.reshape(shape);
  if (have === 0) return constant(1, t.dtype).broadcast(shape);
  const flat = t.reshape([have]);
  if (have > want) {
    const step = 1 + draw.below(Math.min(3, Math.floor(have / Math.max(1, want))));
    const start = draw.below(have - Math.max(0, want - 1) * step);
    return flat.slice([start], [want], [step]).reshape(shape);
  }
  if (draw.below(2) === 0) return flat.slice([0], [1]).broadcast([want]).reshape(shape);
  return flat.gather(constant(Int32Array.from({ length: want }, (_, i) => i % have))).reshape(shape);
}

/** Another tensor in a shape that broadcasts to that of `t`: the same, or with some sides of 1 and leading axes left out. */
export function partner(t: Tensor, other: Tensor, draw: Draw): Tensor {
  const way = draw.below(4);
  if (way < 2) return fit(other, t.shape, draw);
  const thin = t.shape.map((side) => (draw.below(2) === 0 ? 1 : side));
  return fit(other, way === 2 ? thin : thin.slice(draw.below(thin.length + 1)), draw);
}

/** The same numbers with at least so many axes. */
export function deepen(t: Tensor, rank: number): Tensor {
  const missing = Math.max(0, rank - t.shape.length);
  return missing === 0 ? t : t.reshape([...new Array<number>(missing).fill(1), ...t.shape]);
}

/** Numbers between -1 and 1 (of floats), so that graphs do not drown in infinities. */
export function tame(t: Tensor, draw: Draw): Tensor {
  if (!isFloat(t.dtype)) return t;
  const way = draw.below(5);
  if (way === 0) return t.mul(0.125);
  if (way === 1) return t.tanh();
  if (way === 2) return t.maximum(-2).minimum(2);
  return t;
}
