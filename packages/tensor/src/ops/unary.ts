import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { type Data, type DType, filled, formatType, isFloat, type Type, type Value, zeros } from "../value";

/** The shape rule of an operation on numbers, element by element. */
function sameType(op: string, dtypes: readonly DType[]) {
  return ([x]: readonly [Type]): readonly Type[] => {
    if (!dtypes.includes(x.dtype)) {
      throw new NeuriteError(
        "bad-dtype",
        `${op}: expected ${dtypes.join(" or ")}, got ${formatType(x)}. Convert it with cast.`,
      );
    }
    return [{ shape: x.shape, dtype: x.dtype }];
  };
}

export const floatOnly = (op: string) => sameType(op, ["float32", "float64"]);
const numeric = (op: string) => sameType(op, ["float32", "float64", "int32"]);

/** Evaluates an operation on each element: `loop` fills `out` from `x`. Arrays in locals let the engine drop checks in the loop. */
export function each(loop: (out: Data, x: Data) => void) {
  return ([x]: readonly [Value]): readonly Value[] => {
    const made = zeros(x);
    loop(made.data, x.data);
    return [made];
  };
}

export const neg: Primitive<"neg"> = {
  infer: numeric("neg"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = -(x[i] as number);
  }),
  gradient: (_node, _y, [g]) => [g?.neg()],
};

/** |x|; its gradient is sign(x), 0 at 0. */
export const abs: Primitive<"abs"> = {
  infer: numeric("abs"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.abs(x[i] as number);
  }),
  gradient: ({ inputs: [x] }, _y, [g]) => [g?.mul(x.sign())],
};

/** -1, 0 or 1; a step, so nothing flows back. */
export const sign: Primitive<"sign"> = {
  infer: numeric("sign"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.sign(x[i] as number);
  }),
};

/** The largest whole number not above x; a step, so nothing flows back. */
export const floor: Primitive<"floor"> = {
  infer: floatOnly("floor"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.floor(x[i] as number);
  }),
};

export const sqrt: Primitive<"sqrt"> = {
  infer: floatOnly("sqrt"),
  evaluate: each((out, x) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(x[i] as number);
  }),
  gradient: (_node, [y], [g]) => [y && g?.div(y.mul(2))],
};

/** The value converted: towards zero and wrapped for int32 (NaN is 0), "is not 0" for bool. */
export const cast: Primitive<"cast"> = {
  infer: ([x], { dtype }) => [{ shape: x.shape, dtype }],
  evaluate: ([x], { dtype }) => {
    const type = { shape: x.shape, dtype };
    return [filled(type, dtype === "bool" ? x.data.map((n: number) => (n === 0 ? 0 : 1)) : x.data)];
  },
  gradient: ({ inputs: [x], attributes }, _y, [g]) => [
    isFloat(x.dtype) && isFloat(attributes.dtype) ? g?.cast(x.dtype) : undefined,
  ],
};

/** The same numbers; nothing flows back. */
export const stopGradient: Primitive<"stopGradient"> = {
  infer: ([x]) => [{ shape: x.shape, dtype: x.dtype }],
  evaluate: ([x]) => [x],
};

/** Bits moved: to the left where `by` is positive, to the right with zeros moving in where it is negative. */
export const shift: Primitive<"shift"> = {
  infer: (inputs, { by }) => {
    if (!Number.isInteger(by) || Math.abs(by) > 31) {
      throw new NeuriteError(
        "bad-argument",
        `shift: "by" should be a whole number from -31 to 31, got ${by}. An int32 has 32 bits.`,
      );
    }
    return sameType("shift", ["int32"])(inputs);
  },
  evaluate: ([x], { by }) => {
    const made = zeros(x);
    for (let i = 0; i < made.data.length; i++) {
      const bits = x.data[i] as number;
      made.data[i] = by >= 0 ? bits << by : bits >>> -by;
    }
    return [made];
  },
};
