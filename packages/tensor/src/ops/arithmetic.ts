import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { sameShape } from "../shape";
import { type Data, type DType, formatType, type Type, type Value, zeros } from "../value";

/** The shape rule of two inputs of one type: nothing is converted and nothing stretched here. */
export function sameTypes(op: string, result?: DType, dtypes?: readonly DType[]) {
  return ([a, b]: readonly [Type, Type]): readonly Type[] => {
    if (a.dtype !== b.dtype || dtypes?.includes(a.dtype) === false) {
      throw new NeuriteError(
        "bad-dtype",
        `${op}: expected two arrays of one dtype${dtypes ? ` (${dtypes.join(" or ")})` : ""}, got ${formatType(a)} and ${formatType(b)}. Convert one with cast.`,
      );
    }
    if (!sameShape(a.shape, b.shape)) {
      throw new NeuriteError(
        "bad-shape",
        `${op}: expected two arrays of one shape, got ${formatType(a)} and ${formatType(b)}. Broadcast one of them.`,
      );
    }
    return [{ shape: a.shape, dtype: result ?? a.dtype }];
  };
}

/** Evaluates an operation on pairs of elements: `loop` fills `out`, of the inputs' dtype unless another is named, from `a` and `b`. */
export function pairwise(loop: (out: Data, a: Data, b: Data) => void, result?: DType) {
  return ([a, b]: readonly [Value, Value]): readonly Value[] => {
    const made = zeros({ shape: a.shape, dtype: result ?? a.dtype });
    loop(made.data, a.data, b.data);
    return [made];
  };
}

const numbers: readonly DType[] = ["float32", "float64", "int32"];
const floats: readonly DType[] = ["float32", "float64"];

/** a + b; int32 wraps around. */
export const add: Primitive<"add"> = {
  infer: sameTypes("add", undefined, numbers),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + (b[i] as number);
  }),
  gradient: (_node, _y, [g]) => [g, g],
};

/** a - b; int32 wraps around. */
export const sub: Primitive<"sub"> = {
  infer: sameTypes("sub", undefined, numbers),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) - (b[i] as number);
  }),
  gradient: (_node, _y, [g], _build, [, toB]) => [g, toB ? g?.neg() : undefined],
};

/** a · b; int32 wraps around, which only `Math.imul` does without losing low bits. */
export const mul: Primitive<"mul"> = {
  infer: sameTypes("mul", undefined, numbers),
  evaluate: pairwise((out, a, b) => {
    if (out instanceof Int32Array) {
      for (let i = 0; i < out.length; i++) out[i] = Math.imul(a[i] as number, b[i] as number);
    } else {
      for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * (b[i] as number);
    }
  }),
  gradient: ({ inputs: [a, b] }, _y, [g], _build, [toA, toB]) => [
    toA ? g?.mul(b) : undefined,
    toB ? g?.mul(a) : undefined,
  ],
};

/** a / b; int32 towards zero, and 0 where b is 0. */
export const div: Primitive<"div"> = {
  infer: sameTypes("div", undefined, numbers),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) / (b[i] as number);
  }),
  gradient: ({ inputs: [, b] }, [y], [g], _build, [toA, toB]) => [
    toA ? g?.div(b) : undefined,
    toB && y ? g?.mul(y).div(b).neg() : undefined,
  ],
};

/** a to the power of b, as IEEE 754 `pow`: 0⁰ is 1, a negative number to a broken power NaN. */
export const pow: Primitive<"pow"> = {
  infer: sameTypes("pow", undefined, floats),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) ** (b[i] as number);
  }),
  gradient: ({ inputs: [a, b] }, [y], [g], _build, [toA, toB]) => [
    // b · aᵇ⁻¹; at a = b = 0 that would be 0 · ∞, so 1 stands for a there and the factor b makes it 0
    toA ? g?.mul(b.mul(b.equal(0).where(a.equal(0), 0).where(1, a).pow(b.sub(1)))) : undefined,
    // the limit of aᵇ·log a at a = 0 is 0 for b > 0
    toB && y ? g?.mul(a.equal(0).where(0, y.mul(a.equal(0).where(1, a).log()))) : undefined,
  ],
};

/** Bits that differ. */
export const xor: Primitive<"xor"> = {
  infer: sameTypes("xor", undefined, ["int32", "bool"]),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) ^ (b[i] as number);
  }),
};
