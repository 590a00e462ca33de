import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { checkAxes, checkShape, formatShape, sizeOf } from "../shape";
import { formatType, isFloat, type Type, zeros } from "../value";

function checkIndices(op: string, indices: Type): void {
  if (indices.dtype !== "int32") {
    throw new NeuriteError(
      "bad-dtype",
      `${op}: indices are int32, got ${formatType(indices)}. Convert them with cast.`,
    );
  }
}

/** An index outside is moved to the nearest one inside: a bad index must never reach other memory. */
const clamp = (index: number, side: number) => (index < 0 ? 0 : index >= side ? side - 1 : index);

/** Picks along an axis: `x: [...a, n, ...b]`, `indices: [...i]` gives `[...a, ...i, ...b]`; indices are clamped. */
export const gather: Primitive<"gather"> = {
  infer: ([x, indices], { axis }) => {
    checkIndices("gather", indices);
    checkAxes([axis], x.shape.length, "gather");
    if (x.shape[axis] === 0 && sizeOf(indices.shape) > 0) {
      throw new NeuriteError(
        "bad-shape",
        `gather: axis ${axis} of ${formatShape(x.shape)} is empty, so there is nothing to pick. Pass at least one element.`,
      );
    }
    const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
    return [{ shape: checkShape(shape, "gather"), dtype: x.dtype }];
  },
  evaluate: ([x, indices], { axis }, [out]) => {
    const made = zeros(out as Type);
    const { data } = made;
    const side = x.shape[axis] as number;
    const inner = sizeOf(x.shape.slice(axis + 1));
    const outer = sizeOf(x.shape.slice(0, axis));
    const count = indices.data.length;
    for (let o = 0; o < outer && data.length > 0; o++) {
      for (let i = 0; i < count; i++) {
        const from = (o * side + clamp(indices.data[i] as number, side)) * inner;
        const to = (o * count + i) * inner;
        for (let k = 0; k < inner; k++) data[to + k] = x.data[from + k] as number;
      }
    }
    return [made];
  },
  gradient: ({ inputs: [x, indices], attributes: { axis } }, _y, [g]) => [
    isFloat(x.dtype) ? g?.scatterAdd(indices, axis, x.shape[axis] as number) : undefined,
    undefined,
  ],
};

/** The reverse of gather: `updates: [...a, ...i, ...b]` are added up at their indices into `[...a, size, ...b]`; indices are clamped. */
export const scatterAdd: Primitive<"scatterAdd"> = {
  infer: ([updates, indices], { axis, size }) => {
    checkIndices("scatterAdd", indices);
    if (updates.dtype === "bool") {
      throw new NeuriteError(
        "bad-dtype",
        `scatterAdd: expected numbers to add up, got ${formatType(updates)}. Convert it with cast.`,
      );
    }
    const rank = indices.shape.length;
    const picked = updates.shape.slice(axis, axis + rank);
    if (
      !Number.isInteger(axis) ||
      axis < 0 ||
      picked.join() !== indices.shape.join() ||
      updates.shape.length < axis + rank
    ) {
      throw new NeuriteError(
        "bad-shape",
        `scatterAdd: from axis ${axis} on, updates ${formatShape(updates.shape)} should have the axes of the indices ${formatShape(indices.shape)}. Reshape one of them.`,
      );
    }
    if (size === 0 && sizeOf(indices.shape) > 0) {
      throw new NeuriteError("bad-shape", "scatterAdd: there is no room in 0 elements. Use a size of 1 or more.");
    }
    const shape = [...updates.shape.slice(0, axis), size, ...updates.shape.slice(axis + rank)];
    return [{ shape: checkShape(shape, "scatterAdd"), dtype: updates.dtype }];
  },
  evaluate: ([updates, indices], { axis, size }, [out]) => {
    const made = zeros(out as Type);
    const { shape, data } = made;
    const inner = sizeOf(shape.slice(axis + 1));
    const outer = sizeOf(shape.slice(0, axis));
    const count = indices.data.length;
    for (let o = 0; o < outer && updates.data.length > 0; o++) {
      for (let i = 0; i < count; i++) {
        const to = (o * size + clamp(indices.data[i] as number, size)) * inner;
        const from = (o * count + i) * inner;
        for (let k = 0; k < inner; k++) {
          data[to + k] = (data[to + k] as number) + (updates.data[from + k] as number);
        }
      }
    }
    return [made];
  },
  gradient: ({ inputs: [, indices], attributes: { axis } }, _y, [g]) => [g?.gather(indices, axis), undefined],
};
