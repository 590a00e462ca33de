import { NeuriteError } from "../error";
import { counterBits } from "../key";
import type { Primitive } from "../primitive";
import { checkShape, formatShape, stridesOf } from "../shape";
import { checkValueFits, formatType, zeros } from "../value";

/** A value that is handed in when the graph runs. */
export const input: Primitive<"input"> = {
  infer: (_, { type }) => [{ shape: checkShape(type.shape, "input"), dtype: type.dtype }],
  evaluate: (_, { name, type }) => {
    throw new NeuriteError(
      "missing-input",
      `evaluate: the input "${name}" (${formatType(type)}) has no value. Pass one in the map of inputs.`,
    );
  },
};

/** Numbers that are known when the graph is built. */
export const constant: Primitive<"constant"> = {
  infer: (_, { value }) => {
    checkValueFits(value, "constant");
    return [{ shape: value.shape, dtype: value.dtype }];
  },
  evaluate: (_, { value }) => [value],
};

/** `0, 1, 2, …` along one axis, the same along all others. */
export const iota: Primitive<"iota"> = {
  infer: (_, { type, axis }) => {
    checkShape(type.shape, "iota");
    if (!Number.isInteger(axis) || axis < 0 || axis >= type.shape.length || type.dtype === "bool") {
      throw new NeuriteError(
        "bad-shape",
        `iota: axis ${axis} should be an axis of a number array, got ${formatType(type)}. Count along an axis that exists.`,
      );
    }
    return [type];
  },
  evaluate: (_, { type, axis }) => {
    const made = zeros(type);
    const { data } = made;
    const stride = stridesOf(type.shape)[axis] as number;
    const side = type.shape[axis] as number;
    for (let i = 0; i < data.length; i++) data[i] = Math.floor(i / stride) % side;
    return [made];
  },
};

/** Random bits: a fixed function of the key and the position of the element. */
export const random: Primitive<"random"> = {
  infer: ([key], { shape }) => {
    if (key.dtype !== "int32" || key.shape.length !== 1 || key.shape[0] !== 2) {
      throw new NeuriteError(
        "bad-shape",
        `random: a key is int32 [2], got ${formatType(key)}. Derive one with deriveKey, or take scope.key(name).`,
      );
    }
    return [{ shape: checkShape(shape, `random ${formatShape(shape)}`), dtype: "int32" }];
  },
  evaluate: ([key], { shape }) => {
    const made = zeros({ shape, dtype: "int32" });
    const { data } = made;
    const [high, low] = key.data as unknown as readonly [number, number];
    for (let i = 0; i < data.length; i++) data[i] = counterBits(high, low, i);
    return [made];
  },
};
