import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { sameShape } from "../shape";
import { formatType, zeros } from "../value";
import { pairwise, sameTypes } from "./arithmetic";

/** The smaller of both, NaN if either is; where both are equal the gradient goes to the second. */
export const minimum: Primitive<"minimum"> = {
  infer: sameTypes("minimum"),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.min(a[i] as number, b[i] as number);
  }),
  gradient: ({ inputs: [a, b] }, _y, [g], _build, [toA, toB]) => [
    toA && g ? a.less(b).where(g, 0) : undefined,
    toB && g ? a.less(b).where(0, g) : undefined,
  ],
};

/** The larger of both, NaN if either is; where both are equal the gradient goes to the second. */
export const maximum: Primitive<"maximum"> = {
  infer: sameTypes("maximum"),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.max(a[i] as number, b[i] as number);
  }),
  gradient: ({ inputs: [a, b] }, _y, [g], _build, [toA, toB]) => [
    toA && g ? b.less(a).where(g, 0) : undefined,
    toB && g ? b.less(a).where(0, g) : undefined,
  ],
};

/** a < b, as bool. */
export const less: Primitive<"less"> = {
  infer: sameTypes("less", "bool"),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) < (b[i] as number) ? 1 : 0;
  }, "bool"),
};

/** a = b, as bool; NaN equals nothing. */
export const equal: Primitive<"equal"> = {
  infer: sameTypes("equal", "bool"),
  evaluate: pairwise((out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] === b[i] ? 1 : 0;
  }, "bool"),
};

/** a where the condition holds, b elsewhere; what is not chosen leaves no trace, not even its NaN. */
export const where: Primitive<"where"> = {
  infer: ([condition, a, b]) => {
    if (condition.dtype !== "bool" || a.dtype !== b.dtype) {
      throw new NeuriteError(
        "bad-dtype",
        `where: expected a bool condition and two arrays of one dtype, got ${formatType(condition)}, ${formatType(a)} and ${formatType(b)}. Compare first, or use cast.`,
      );
    }
    if (!sameShape(condition.shape, a.shape) || !sameShape(a.shape, b.shape)) {
      throw new NeuriteError(
        "bad-shape",
        `where: expected three arrays of one shape, got ${formatType(condition)}, ${formatType(a)} and ${formatType(b)}. Broadcast them.`,
      );
    }
    return [{ shape: a.shape, dtype: a.dtype }];
  },
  evaluate: ([condition, a, b]) => {
    const made = zeros(a);
    const { data } = made;
    const [holds, yes, no] = [condition.data, a.data, b.data];
    for (let i = 0; i < data.length; i++) data[i] = (holds[i] === 0 ? no[i] : yes[i]) as number;
    return [made];
  },
  gradient: ({ inputs: [condition] }, _y, [g], _build, [, toA, toB]) => [
    undefined,
    toA && g ? condition.where(g, 0) : undefined,
    toB && g ? condition.where(0, g) : undefined,
  ],
};
