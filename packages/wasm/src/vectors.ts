import type { DType } from "@neurite/tensor";
import type { Code, Local } from "./assembler/code";
import type { Instruction } from "./assembler/opcodes";
import { bytesOf, type Lanes, narrowMask, splat } from "./element";

/** Loads `lanes` neighbours at the address on the stack plus `offset` bytes; memory has room behind them. */
export function loadVector(code: Code, dtype: DType, lanes: Lanes, offset: number): void {
  code.memory(lanes === 2 && dtype !== "float64" ? "v128.load64_zero" : "v128.load", offset);
  widenMask(code, dtype, lanes);
}

/** Loads one number at the address on the stack into every lane. */
export function loadSplat(code: Code, dtype: DType, lanes: Lanes, offset = 0): void {
  code.memory(dtype === "float64" ? "v128.load64_splat" : "v128.load32_splat", offset);
  widenMask(code, dtype, lanes);
}

/** Loads `count` numbers that stand `stride` elements apart. */
export function loadApart(
  code: Code,
  address: Local,
  dtype: DType,
  lanes: Lanes,
  count: number,
  stride: number,
  offset: number,
): void {
  const bits = dtype === "float64" ? 64 : 32;
  code.get(address);
  code.memory(`v128.load${bits}_zero`, offset);
  for (let lane = 1; lane < count; lane++) {
    const loaded = code.take("v128");
    code.get(address, loaded);
    code.memory(`v128.load${bits}_lane`, offset + lane * stride * bytesOf(dtype), lane);
  }
  widenMask(code, dtype, lanes);
}

function widenMask(code: Code, dtype: DType, lanes: Lanes): void {
  if (dtype === "bool" && lanes === 2) code.op("i64x2.extend_low_i32x4_s");
}

/** Stores the first `count` lanes of a vector at an address. */
export function storeVector(
  code: Code,
  address: () => void,
  vector: Local,
  dtype: DType,
  lanes: Lanes,
  count: number,
  offset: number,
): void {
  let held = vector;
  if (dtype === "bool" && lanes === 2) {
    code.get(vector);
    narrowMask(code);
    held = code.take("v128");
  }
  const put = (name: Instruction, at: number, lane?: number) => {
    address();
    code.get(held);
    code.memory(name, offset + at, lane);
  };
  if (dtype === "float64") {
    if (count === 2) put("v128.store", 0);
    else put("v128.store64_lane", 0, 0);
  } else if (count === 4) put("v128.store", 0);
  else {
    if (count > 1) put("v128.store64_lane", 0, 0);
    if (count !== 2) put("v128.store32_lane", count === 3 ? 8 : 0, count - 1);
  }
}

/** Stores the first `count` lanes `stride` elements apart. */
export function storeApart(
  code: Code,
  address: Local,
  vector: Local,
  dtype: DType,
  lanes: Lanes,
  count: number,
  stride: number,
  offset: number,
): void {
  let held = vector;
  if (dtype === "bool" && lanes === 2) {
    code.get(vector);
    narrowMask(code);
    held = code.take("v128");
  }
  for (let lane = 0; lane < count; lane++) {
    code.get(address, held);
    const name = dtype === "float64" ? "v128.store64_lane" : "v128.store32_lane";
    code.memory(name, offset + lane * stride * bytesOf(dtype), lane);
  }
}

/** Sums, or maxima. */
export type Fold = "sum" | "max";

/** The number that a fold begins with. */
export function foldStart(code: Code, fold: Fold, dtype: DType): void {
  const least = dtype === "int32" ? -(2 ** 31) : Number.NEGATIVE_INFINITY;
  splat(code, fold === "sum" ? 0 : least, dtype, 2);
}

/** Takes two vectors off the stack and leaves what they fold to. */
export function foldTwo(code: Code, fold: Fold, dtype: DType): void {
  if (dtype === "int32") code.op(fold === "sum" ? "i32x4.add" : "i32x4.max_s");
  else if (dtype === "float64") code.op(fold === "sum" ? "f64x2.add" : "f64x2.max");
  else code.op(fold === "sum" ? "f32x4.add" : "f32x4.max");
}

const halves = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
const pairs = [4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11];

/** Folds the lanes of a vector in a fixed order; every lane then holds the result. */
export function foldLanes(code: Code, vector: Local, fold: Fold, dtype: DType, lanes: Lanes): void {
  const step = (order: readonly number[]) => {
    code.get(vector, vector, vector);
    code.shuffle(order);
    foldTwo(code, fold, dtype);
    code.set(vector);
  };
  if (dtype === "float64" || lanes === 4) step(halves);
  if (dtype !== "float64") step(pairs);
}

/** Puts the start of a fold into the lanes from `count` on. */
export function maskLanes(code: Code, vector: Local, fold: Fold, dtype: DType, count: number): void {
  code.get(vector);
  foldStart(code, fold, dtype);
  const words = dtype === "float64" ? 2 * count : count;
  code.i32x4(...([0, 1, 2, 3].map((lane) => (lane < words ? -1 : 0)) as [number, number, number, number]));
  code.op("v128.bitselect");
  code.set(vector);
}
