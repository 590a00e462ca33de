import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { checkAxes, checkShape, formatShape, sizeOf, stridesOf } from "../shape";
import { read, write } from "../strided-copy";
import { type Type, zeros } from "../value";

/** The same numbers in the same order under another shape. */
export const reshape: Primitive<"reshape"> = {
  infer: ([x], { shape }) => {
    if (sizeOf(checkShape(shape, "reshape")) !== sizeOf(x.shape)) {
      throw new NeuriteError(
        "bad-shape",
        `reshape: ${formatShape(x.shape)} has ${sizeOf(x.shape)} elements and ${formatShape(shape)} ${sizeOf(shape)}. Use a shape of as many elements.`,
      );
    }
    return [{ shape, dtype: x.dtype }];
  },
  evaluate: ([x], { shape }) => [{ ...x, shape }],
  gradient: ({ inputs: [x] }, _y, [g]) => [g?.reshape(x.shape)],
};

/** Axis `order[i]` of the input becomes axis `i`. */
export const transpose: Primitive<"transpose"> = {
  infer: ([x], { order }) => {
    const sorted = [...order].sort((a, b) => a - b);
    if (order.length !== x.shape.length || sorted.some((axis, i) => axis !== i)) {
      throw new NeuriteError(
        "bad-shape",
        `transpose: the order should name each of the ${x.shape.length} axes of ${formatShape(x.shape)} once, got ${formatShape(order)}. List 0 to ${x.shape.length - 1}.`,
      );
    }
    return [{ shape: order.map((axis) => x.shape[axis] as number), dtype: x.dtype }];
  },
  evaluate: ([x], { order }, [out]) => {
    const strides = stridesOf(x.shape);
    return [read(out as Type, x, { offset: 0, strides: order.map((axis) => strides[axis] as number) })];
  },
  gradient: ({ attributes: { order } }, _y, [g]) => [g?.transpose(order.map((_, axis) => order.indexOf(axis)))],
};

/** Axes of size 1, and axes that are absent in front, repeated to a shape (NumPy's rule). */
export const broadcast: Primitive<"broadcast"> = {
  infer: ([x], { shape }) => {
    const lead = checkShape(shape, "broadcast").length - x.shape.length;
    if (lead < 0 || x.shape.some((side, axis) => side !== 1 && side !== shape[axis + lead])) {
      throw new NeuriteError(
        "bad-shape",
        `broadcast: ${formatShape(x.shape)} does not stretch to ${formatShape(shape)}. Only sides of 1 are repeated.`,
      );
    }
    return [{ shape, dtype: x.dtype }];
  },
  evaluate: ([x], { shape }) => {
    const type = { shape, dtype: x.dtype };
    if (x.data.length === 1) {
      const made = zeros(type);
      made.data.fill(x.data[0] as number);
      return [made];
    }
    const lead = shape.length - x.shape.length;
    const own = stridesOf(x.shape);
    const strides = shape.map((_, axis) =>
      axis < lead || x.shape[axis - lead] === 1 ? 0 : (own[axis - lead] as number),
    );
    return [read(type, x, { offset: 0, strides })];
  },
  gradient: ({ inputs: [x], attributes: { shape } }, _y, [g]) => {
    const lead = shape.length - x.shape.length;
    const repeated = shape.flatMap((side, axis) =>
      axis < lead || (x.shape[axis - lead] === 1 && side !== 1) ? [axis] : [],
    );
    return [g?.sum(repeated).reshape(x.shape)];
  },
};

/** Arrays one after the other along an axis. */
export const concat: Primitive<"concat"> = {
  infer: (inputs, { axis }) => {
    const [first] = inputs;
    if (first === undefined) {
      throw new NeuriteError("bad-argument", "concat: expected at least one array, got none. Pass the arrays to join.");
    }
    checkAxes([axis], first.shape.length, "concat");
    for (const { shape, dtype } of inputs) {
      const fits =
        shape.length === first.shape.length && shape.every((side, i) => i === axis || side === first.shape[i]);
      if (!fits || dtype !== first.dtype) {
        throw new NeuriteError(
          fits ? "bad-dtype" : "bad-shape",
          `concat: arrays should agree in dtype and in all axes but ${axis}, got ${first.dtype} ${formatShape(first.shape)} and ${dtype} ${formatShape(shape)}. Reshape or cast one of them.`,
        );
      }
    }
    const side = inputs.reduce((sum, { shape }) => sum + (shape[axis] as number), 0);
    const shape = first.shape.map((own, i) => (i === axis ? side : own));
    return [{ shape: checkShape(shape, "concat"), dtype: first.dtype }];
  },
  evaluate: (inputs, { axis }, [out]) => {
    const made = zeros(out as Type);
    const strides = stridesOf(made.shape);
    let offset = 0;
    for (const x of inputs) {
      write(made, { offset, strides }, x);
      offset += (x.shape[axis] as number) * (strides[axis] as number);
    }
    return [made];
  },
  gradient: ({ inputs, attributes: { axis } }, _y, [g], _build, needed) => {
    let at = 0;
    return inputs.map((x, i) => {
      const start = x.shape.map((_, a) => (a === axis ? at : 0));
      at += x.shape[axis] as number;
      return needed[i] ? g?.slice(start, x.shape) : undefined;
    });
  },
};
