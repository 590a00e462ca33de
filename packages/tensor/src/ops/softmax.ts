import type { Composite } from "../primitive";
import { checkAxes } from "../shape";
import { isFloat, type Type } from "../value";
import { floatOnly } from "./unary";

function inferSoftmax(op: string, x: Type, axis: number): readonly Type[] {
  checkAxes([axis], x.shape.length, op);
  return isFloat(x.dtype) ? [x] : floatOnly(op)([x]);
}

/** e^xᵢ / Σ e^xⱼ along an axis; the largest x is taken off first, so nothing overflows. */
export const softmax: Composite<"softmax"> = {
  infer: ([x], { axis }) => inferSoftmax("softmax", x, axis),
  expand: ([x], { axis }) => {
    const powers = x.sub(x.max(axis, { keep: true }).stopGradient()).exp();
    return [powers.div(powers.sum(axis, { keep: true }))];
  },
};

/** The logarithm of softmax, exact also where softmax itself would be 0. */
export const logSoftmax: Composite<"logSoftmax"> = {
  infer: ([x], { axis }) => inferSoftmax("logSoftmax", x, axis),
  expand: ([x], { axis }) => {
    const below = x.sub(x.max(axis, { keep: true }).stopGradient());
    return [below.sub(below.exp().sum(axis, { keep: true }).log())];
  },
};
