import { constant, type DType, input, sizeOf, type Tensor, type Value } from "@neurite/tensor";
import { randomNumbers } from "./jitter";

/** What can stand in a network that looks at each row alone. */
export const layerKinds = [
  "dense",
  "relu",
  "tanh",
  "sigmoid",
  "gelu",
  "normalize",
  "softmax",
  "logSoftmax",
  "residual",
  "embedding",
  "attention",
  "pool",
  "gate",
] as const;

/** A layer, and a number that its size and weights are made of. */
export type Layer = readonly [kind: (typeof layerKinds)[number], seed: number];

const widths = [1, 2, 3, 4, 5, 8, 9, 16, 17, 33, 64];

function weights(shape: readonly number[], dtype: DType, seed: number): Tensor {
  const random = randomNumbers(seed + 17);
  const list = Array.from({ length: sizeOf(shape) }, () => 2 * random() - 1);
  return constant(dtype === "float32" ? Float32Array.from(list) : Float64Array.from(list), dtype, shape);
}

function dense(x: Tensor, units: number, seed: number): Tensor {
  const inner = x.shape.at(-1) ?? 1;
  const sums = x.matmul(weights([inner, units], x.dtype, seed)).mul(1 / Math.sqrt(inner));
  return sums.add(weights([units], x.dtype, seed + 1));
}

function apply(x: Tensor, ids: Tensor, [kind, seed]: Layer): Tensor {
  const [rows = 0, width = 1] = x.shape;
  const units = widths[seed % widths.length] as number;
  switch (kind) {
    case "dense":
      return dense(x, units, seed);
    case "relu":
      return x.maximum(0);
    case "tanh":
      return x.tanh();
    case "sigmoid":
      return x.sigmoid();
    case "gelu":
      return x.mul(x.mul(Math.SQRT1_2).erf().add(1)).mul(0.5);
    case "normalize": {
      const off = x.sub(x.mean(1, { keep: true }));
      const scaled = off.div(off.mul(off).mean(1, { keep: true }).add(1e-5).sqrt());
      return scaled.mul(weights([width], x.dtype, seed));
    }
    case "softmax":
      return x.softmax();
    case "logSoftmax":
      return x.logSoftmax();
    case "residual":
      return x.add(dense(dense(x, units, seed).maximum(0), width, seed + 5));
    case "embedding":
      return x.mul(weights([7, width], x.dtype, seed).gather(ids));
    case "attention": {
      const steps = dense(x, 12, seed).reshape([rows, 4, 3]);
      const shares = steps.matmul(steps, { transposeB: true }).softmax();
      return shares.matmul(steps).reshape([rows, 12]);
    }
    case "pool":
      return dense(x, 12, seed)
        .reshape([rows, 2, 6])
        .max(1)
        .add(x.mean(1, { keep: true }));
    case "gate":
      return dense(x, width, seed)
        .sigmoid()
        .mul(x)
        .add(x.sum(1, { keep: true }).tanh());
    default:
      return kind satisfies never;
  }
}

/** A network of these layers for so many rows: their last numbers, and a head of one unit. */
export function rowNetwork(layers: readonly Layer[], rows: number, dtype: DType) {
  const x = input("x", { shape: [rows, 5], dtype });
  const ids = input("ids", { shape: [rows], dtype: "int32" });
  const last = layers.reduce((y, layer) => apply(y, ids, layer), x);
  return { inputs: { x, ids }, outputs: { last, head: dense(last, 1, 3) }, updates: {} };
}

/** Rows `from` up to `to` of a value. */
export function rowsOf({ shape, dtype, data }: Value, from: number, to: number): Value {
  const width = sizeOf(shape.slice(1));
  return { shape: [to - from, ...shape.slice(1)], dtype, data: data.slice(from * width, to * width) };
}
