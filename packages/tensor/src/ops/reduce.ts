import { NeuriteError } from "../error";
import type { Primitive } from "../primitive";
import { checkAxes, formatShape, type Shape, sizeOf } from "../shape";
import { allocate, filled, formatType, type Type, zeros } from "../value";

function without(shape: Shape, axes: readonly number[]): Shape {
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** The shape with its reduced axes kept as 1. */
function kept(shape: Shape, axes: readonly number[]): Shape {
  return shape.map((side, axis) => (axes.includes(axis) ? 1 : side));
}

function inferReduction(op: string, x: Type, axes: readonly number[]): readonly Type[] {
  checkAxes(axes, x.shape.length, op);
  if (x.dtype === "bool") {
    throw new NeuriteError("bad-dtype", `${op}: expected numbers, got ${formatType(x)}. Convert it with cast.`);
  }
  return [{ shape: without(x.shape, axes), dtype: x.dtype }];
}

/** Neighbouring axes seen as one: `[outer, side, inner]`, of which `side` is reduced. */
interface Block {
  readonly outer: number;
  readonly side: number;
  readonly inner: number;
}

/** The blocks to reduce one after the other, the last axes first, so that the earlier ones keep their place. */
function blocksOf(shape: Shape, axes: readonly number[]): Block[] {
  const blocks: Block[] = [];
  let rest = [...shape];
  for (let last = axes.length - 1; last >= 0; ) {
    let first = last;
    while (first > 0 && axes[first - 1] === (axes[first] as number) - 1) first--;
    const [from, to] = [axes[first], axes[last]] as [number, number];
    const inner = sizeOf(rest.slice(to + 1));
    blocks.push({ outer: sizeOf(rest.slice(0, from)), side: sizeOf(rest.slice(from, to + 1)), inner });
    rest = [...rest.slice(0, from), ...rest.slice(to + 1)];
    last = first - 1;
  }
  return blocks;
}

/** The sum along axes, added up in float64. */
export const sum: Primitive<"sum"> = {
  infer: ([x], { axes }) => inferReduction("sum", x, axes),
  evaluate: ([x], { axes }, [out]) => {
    let totals = x.data;
    for (const { outer, side, inner } of blocksOf(x.shape, axes)) {
      const next = new Float64Array(outer * inner);
      for (let o = 0; o < outer && inner > 0; o++) {
        for (let k = 0; k < side; k++) {
          const from = (o * side + k) * inner;
          const to = o * inner;
          for (let i = 0; i < inner; i++) {
            next[to + i] = (next[to + i] as number) + (totals[from + i] as number);
          }
        }
      }
      totals = next;
    }
    return [filled(out as Type, totals)];
  },
  gradient: ({ inputs: [x], attributes: { axes } }, _y, [g]) => [g?.reshape(kept(x.shape, axes)).broadcast(x.shape)],
};

/** The largest element along axes, NaN if any is; its gradient is shared evenly among equals. */
export const max: Primitive<"max"> = {
  infer: ([x], { axes }) => {
    const reduced = inferReduction("max", x, axes);
    if (axes.some((axis) => x.shape[axis] === 0)) {
      throw new NeuriteError(
        "bad-shape",
        `max: ${formatShape(x.shape)} has no elements along the axes ${formatShape(axes)}. There must be at least one.`,
      );
    }
    return reduced;
  },
  evaluate: ([x], { axes }, [out]) => {
    let { data } = x;
    for (const { outer, side, inner } of blocksOf(x.shape, axes)) {
      const next = allocate(x.dtype, outer * inner);
      for (let to = 0; to < next.length; to++) {
        const from = Math.floor(to / inner) * side * inner + (to % inner);
        let best = data[from] as number;
        for (let k = 1; k < side; k++) best = Math.max(best, data[from + k * inner] as number);
        next[to] = best;
      }
      data = next;
    }
    return [{ ...(out as Type), data }];
  },
  gradient: ({ inputs: [x], attributes: { axes } }, [y], [g]) => {
    if (!y || !g) return [undefined];
    const shape = kept(x.shape, axes);
    const winners = x.equal(y.reshape(shape)).cast(x.dtype);
    return [winners.mul(g.div(winners.sum(axes)).reshape(shape))];
  },
};

/** Where the largest element along an axis stands, the first of equals; NaN counts as largest. */
export const argmax: Primitive<"argmax"> = {
  infer: ([x], { axis }) => {
    checkAxes([axis], x.shape.length, "argmax");
    if (x.shape[axis] === 0) {
      throw new NeuriteError(
        "bad-shape",
        `argmax: axis ${axis} of ${formatShape(x.shape)} is empty. There must be at least one element.`,
      );
    }
    return [{ shape: without(x.shape, [axis]), dtype: "int32" }];
  },
  evaluate: ([x], { axis }, [out]) => {
    const made = zeros(out as Type);
    const { data } = made;
    const side = x.shape[axis] as number;
    const inner = sizeOf(x.shape.slice(axis + 1));
    for (let i = 0; i < data.length; i++) {
      const start = Math.floor(i / inner) * side * inner + (i % inner);
      let best = 0;
      for (let k = 1; k < side; k++) {
        const [rival, holder] = [x.data[start + k * inner], x.data[start + best * inner]] as [number, number];
        if (rival > holder || (Number.isNaN(rival) && !Number.isNaN(holder))) best = k;
      }
      data[i] = best;
    }
    return [made];
  },
};
