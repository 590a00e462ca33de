import {
  and,
  bits,
  concat,
  constant,
  type DType,
  derive,
  expm1,
  gradient,
  greater,
  iota,
  isFloat,
  log1p,
  normal,
  not,
  or,
  type Shape,
  sizeOf,
  stack,
  type Tensor,
  uniform,
} from "@neurite/tensor";
import { deepen, drawShape, drawSide, fit, type Pool, partner, pickFloat, pickNumber, tame } from "./pool";

/** What puts one or more operations on tensors of a pool. */
export type Step = (pool: Pool) => Tensor;

const pair = (pool: Pool, ...dtypes: DType[]): readonly [Tensor, Tensor] => {
  const x = pool.pick(...dtypes);
  const y = partner(x, pool.pick(x.dtype), pool.draw);
  return pool.draw.below(2) === 0 ? [x, y] : [y, x];
};
const axesIn = ({ draw }: Pool, { shape }: Tensor) => shape.flatMap((_, axis) => (draw.below(2) === 0 ? [axis] : []));
const sizable = (t: Tensor) => (sizeOf(t.shape) === 0 ? constant([1, 0, 1], t.dtype) : t);
const axisOf = ({ draw }: Pool, { shape }: Tensor) => draw.below(shape.length);
const shuffled = ({ draw }: Pool, count: number): number[] => {
  const rest = Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: count }, () => rest.splice(draw.below(rest.length), 1)[0] as number);
};
/** Whole numbers that float32 holds exactly, so that comparing them is not a matter of rounding. */
const whole = (pool: Pool) => pool.pick("int32").cast("int32");
const key = (pool: Pool) => fit(whole(pool), [2], pool.draw);

/** Operations element by element. */
export const elementSteps: Readonly<Record<string, Step>> = {
  add: (pool) => ((p) => p[0].add(p[1]))(pair(pool, "float32", "float64", "int32")),
  sub: (pool) => ((p) => p[0].sub(p[1]))(pair(pool, "float32", "float64", "int32")),
  mul: (pool) => ((p) => p[0].mul(p[1]))(pair(pool, "float32", "float64", "int32")),
  div: (pool) => ((p) => p[0].div(p[1]))(pair(pool, "float32", "float64", "int32")),
  divSafe: (pool) => ((p) => p[0].div(p[1].abs().add(1)))(pair(pool, "float32", "float64")),
  minimum: (pool) => ((p) => p[0].minimum(p[1]))(pair(pool)),
  maximum: (pool) => ((p) => p[0].maximum(p[1]))(pair(pool)),
  relu: (pool) => pickNumber(pool).maximum(0),
  lessWhole: (pool) => ((p) => p[0].less(p[1]))(pair(pool, "int32", "bool")),
  equalWhole: (pool) => ((p) => p[0].equal(p[1]))(pair(pool, "int32", "bool")),
  lessFloat: (pool) => ((p) => p[0].less(p[1]))(pair(pool, "float32", "float64")),
  equalFloat: (pool) => ((p) => greater(p[0], 0).xor(p[0].equal(p[1])))(pair(pool, "float32", "float64")),
  positive: (pool) => constant(0, "float32").less(pool.pick("float32").maximum(0)),
  xor: (pool) => ((p) => p[0].xor(p[1]))(pair(pool, "int32", "bool")),
  logic: (pool) => {
    const [p, q] = pair(pool, "bool");
    return [not(p), and(p, q), or(p, q)][pool.draw.below(3)] ?? p;
  },
  where: (pool) => {
    const [x, y] = pair(pool);
    const condition = partner(x, pool.pick("bool"), pool.draw);
    return condition.where(pool.draw.below(3) === 0 ? 0 : x, y);
  },
  whereNumber: (pool) => {
    const x = pickNumber(pool);
    return partner(x, pool.pick("bool"), pool.draw).where(x, pool.draw.below(3) - 1);
  },
  neg: (pool) => pickNumber(pool).neg(),
  abs: (pool) => pickNumber(pool).abs(),
  sign: (pool) => pickNumber(pool).sign(),
  floor: (pool) => whole(pool).cast("float32").div(4).floor(),
  floorFloat: (pool) => pickFloat(pool).floor(),
  sqrt: (pool) => pickFloat(pool).abs().sqrt(),
  exp: (pool) => tame(pickFloat(pool), pool.draw).exp(),
  log: (pool) => pickFloat(pool).abs().add(0.5).log(),
  logRaw: (pool) => pickFloat(pool).log(),
  sin: (pool) => tame(pickFloat(pool), pool.draw).sin(),
  cos: (pool) => tame(pickFloat(pool), pool.draw).cos(),
  atan: (pool) => pickFloat(pool).atan(),
  tanh: (pool) => pickFloat(pool).tanh(),
  sigmoid: (pool) => pickFloat(pool).sigmoid(),
  erf: (pool) => pickFloat(pool).erf(),
  expm1: (pool) => expm1(tame(pickFloat(pool), pool.draw)),
  log1p: (pool) => log1p(pickFloat(pool).abs()),
  pow: (pool) => ((p) => p[0].abs().add(0.25).pow(tame(p[1], pool.draw)))(pair(pool, "float32", "float64")),
  square: (pool) => pickFloat(pool).pow([2, 3, 0.5, -1][pool.draw.below(4)] ?? 2),
  castFloat: (pool) => pool.pick().cast(pool.draw.below(2) === 0 ? "float32" : "float64"),
  castWhole: (pool) => pool.pick().cast("int32"),
  castBool: (pool) => pool.pick().cast("bool"),
  stop: (pool) => pool.pick().stopGradient(),
  shift: (pool) => whole(pool).shift(pool.draw.below(63) - 31),
  affine: (pool) => tame(pickFloat(pool).mul(1.5).add(-0.25), pool.draw),
  tame: (pool) => pickFloat(pool).tanh(),
};

/** Sums, products and whatever else looks at many elements. */
export const gatheringSteps: Readonly<Record<string, Step>> = {
  sum: (pool) => ((x) => x.sum(axesIn(pool, x), { keep: pool.draw.below(2) === 0 }))(pickNumber(pool)),
  mean: (pool) => ((x) => x.mean(axesIn(pool, x), { keep: pool.draw.below(2) === 0 }))(pickFloat(pool)),
  max: (pool) => ((x) => x.max(axesIn(pool, x), { keep: pool.draw.below(2) === 0 }))(sizable(pickNumber(pool))),
  argmax: (pool) => ((x) => x.argmax(axisOf(pool, x)))(deepen(sizable(pool.pick()), 1)),
  center: (pool) => {
    const x = deepen(pickFloat(pool), 1);
    const axis = axisOf(pool, x);
    const off = x.sub(x.mean(axis, { keep: true }));
    return off.div(off.mul(off).mean(axis, { keep: true }).add(0.001).sqrt());
  },
  softmax: (pool) => ((x) => x.softmax(axisOf(pool, x)))(deepen(sizable(pickFloat(pool)), 1)),
  logSoftmax: (pool) => ((x) => x.logSoftmax(axisOf(pool, x)))(deepen(sizable(pickFloat(pool)), 1)),
  matmul: (pool) => {
    const { draw } = pool;
    const a = deepen(pickFloat(pool), 2);
    const [transposeA, transposeB] = [draw.below(2) === 1, draw.below(2) === 1];
    const inner = a.shape.at(transposeA ? -2 : -1) ?? 1;
    const n = drawSide(draw);
    const batch = a.shape.slice(0, -2).map((side) => (draw.below(3) === 0 ? 1 : side));
    const b = fit(pool.pick(a.dtype), [...batch, ...(transposeB ? [n, inner] : [inner, n])], draw);
    return a.matmul(b, { transposeA, transposeB });
  },
  dense: (pool) => {
    const x = deepen(pickFloat(pool), 2);
    const units = drawSide(pool.draw);
    const weights = fit(pool.pick(x.dtype), [...x.shape.slice(-1), units], pool.draw);
    const sums = x.matmul(weights).add(fit(pool.pick(x.dtype), [units], pool.draw));
    return pool.draw.below(2) === 0 ? sums.maximum(0) : sums.tanh();
  },
  gather: (pool) => {
    const x = deepen(sizable(pool.pick()), 1);
    const indices = pool.draw.below(2) === 0 ? whole(pool) : constant([0, 9, -3, 2, 1], "int32");
    const few = sizeOf(indices.shape) > 12 ? fit(indices, [3, 4], pool.draw) : indices;
    return x.gather(few, axisOf(pool, x));
  },
  scatterAdd: (pool) => {
    const { draw } = pool;
    const x = deepen(pickNumber(pool), 1);
    const axis = axisOf(pool, x);
    const rank = 1 + draw.below(x.shape.length - axis);
    const indices = fit(whole(pool), x.shape.slice(axis, axis + rank), draw);
    return x.scatterAdd(indices, axis, drawSide(draw));
  },
};

/** Other arrangements of the same numbers. */
export const arrangingSteps: Readonly<Record<string, Step>> = {
  reshape: (pool) => {
    const x = pool.pick();
    const { shape } = x;
    const at = pool.draw.below(shape.length + 1);
    const way = pool.draw.below(4);
    if (way === 0) return x.reshape([sizeOf(shape)]);
    if (way === 1 && at + 1 < shape.length)
      return x.reshape([...shape.slice(0, at), (shape[at] ?? 1) * (shape[at + 1] ?? 1), ...shape.slice(at + 2)]);
    if (way === 2 && shape.length < 4) return x.reshape([...shape.slice(0, at), 1, ...shape.slice(at)]);
    return x.reshape([...shape].reverse());
  },
  transpose: (pool) => ((x) => x.transpose(shuffled(pool, x.shape.length)))(pool.pick()),
  broadcast: (pool) => {
    const x = pool.pick();
    const wide = x.shape.map((side) => (side === 1 ? drawSide(pool.draw) : side));
    return x.broadcast(wide.length < 4 ? [drawSide(pool.draw), ...wide] : wide);
  },
  slice: (pool) => {
    const { draw } = pool;
    const x = pool.pick();
    const step = x.shape.map(() => 1 + (draw.below(2) === 0 ? 0 : draw.below(3)));
    const start = x.shape.map((side) => draw.below(Math.max(1, Math.min(3, side))));
    const most = x.shape.map((side, i) => Math.ceil((side - (start[i] as number)) / (step[i] as number)));
    const size = most.map((count) => (draw.below(3) === 0 ? draw.below(count + 1) : count));
    return x.slice(start, size, step);
  },
  pad: (pool) => {
    const x = pool.pick();
    const some = (): Shape => x.shape.map(() => (pool.draw.below(2) === 0 ? 0 : pool.draw.below(3)));
    return x.pad(some(), some(), some());
  },
  concat: (pool) => {
    const x = deepen(pool.pick(), 1);
    const axis = axisOf(pool, x);
    const parts = Array.from({ length: 1 + pool.draw.below(3) }, () => {
      const shape = x.shape.map((side, i) => (i === axis ? drawSide(pool.draw) : side));
      return fit(pool.pick(x.dtype), shape, pool.draw);
    });
    return concat([x, ...parts], axis);
  },
  stack: (pool) => {
    const x = pool.pick();
    return stack([x, fit(pool.pick(x.dtype), x.shape, pool.draw)], pool.draw.below(x.shape.length + 1));
  },
  /** Numbers in another order of axes, beside one number for each of their rows. */
  rows: (pool) => {
    const { draw } = pool;
    const x = deepen(pickFloat(pool), 3);
    const order = shuffled(pool, x.shape.length);
    const turned = fit(
      pool.pick(x.dtype),
      order.map((axis) => x.shape[axis] as number),
      draw,
    ).transpose(order.map((_, axis) => order.indexOf(axis)));
    const lead = x.shape.map((side, axis) => (axis < 1 + draw.below(2) ? side : 1));
    const each = tame(fit(pool.pick(x.dtype), lead, draw).mul(0.5), draw);
    const parts = [turned, each, draw.below(2) === 0 ? x : turned];
    const [a, b, c] = shuffled(pool, 3).map((i) => parts[i] as Tensor) as [Tensor, Tensor, Tensor];
    return draw.below(2) === 0 ? a.mul(b).add(c) : a.sub(b.mul(c));
  },
  product: (pool) => {
    const x = deepen(pickFloat(pool), 2);
    return x.transpose(shuffled(pool, x.shape.length)).reshape([-1]).mul(2).sum();
  },
};

/** Numbers out of nothing, or out of a key. */
export const sourceSteps: Readonly<Record<string, Step>> = {
  iota: ({ draw }) => {
    const shape = [drawSide(draw), ...drawShape(draw)].slice(0, 4);
    return iota(shape, draw.below(shape.length), (["int32", "float32", "float64"] as const)[draw.below(3)]);
  },
  bits: (pool) => bits(key(pool), drawShape(pool.draw)),
  derive: (pool) => derive(key(pool), pool.draw.below(2) === 0 ? 7 : fit(whole(pool), [], pool.draw)),
  uniform: (pool) => uniform(key(pool), drawShape(pool.draw), pool.draw.below(2) === 0 ? "float32" : "float64"),
  normal: (pool) => normal(key(pool), drawShape(pool.draw), pool.draw.below(2) === 0 ? "float32" : "float64"),
  constant: ({ draw }) => {
    const dtype = (["float32", "float64", "int32", "bool"] as const)[draw.below(4)] ?? "float32";
    const numbers = Array.from({ length: 1 + draw.below(7) }, () => draw.below(5) - 2);
    return constant(
      isFloat(dtype) ? numbers.map((n) => n / 2) : dtype === "bool" ? numbers.map((n) => n > 0) : numbers,
      dtype,
    );
  },
};

/** Slopes, and slopes of what is made of slopes. */
export const gradientSteps: Readonly<Record<string, Step>> = {
  gradient: (pool) => {
    const y = pickFloat(pool);
    const weights = fit(pool.pick(y.dtype), y.shape, pool.draw);
    return gradient(tame(y, pool.draw).mul(weights).sum(), [pickFloat(pool)])[0];
  },
  gradientOfFirst: (pool) => {
    const [x] = pool.made.filter((t) => isFloat(t.dtype));
    return gradient(pickFloat(pool).sum(), [x ?? pickFloat(pool)])[0];
  },
};
