import { type Shape, sizeOf, stridesOf, type Tensor } from "@neurite/tensor";

/**
 * A tensor as a way to read another one's memory: element `[i, j, …]` stands at `offset + i · strides[0] + j · strides[1] + …`.
 * An axis of size 1 has stride 0, and so has one along which the same numbers are repeated.
 */
export interface View {
  /** What has to be in memory, element after element. */
  readonly source: Tensor;
  readonly offset: number;
  readonly strides: readonly number[];
}

/** The strides of numbers that stand one after the other. */
export function denseStrides(shape: Shape): readonly number[] {
  const strides = stridesOf(shape);
  for (let axis = 0; axis < strides.length; axis++) if (shape[axis] === 1) strides[axis] = 0;
  return strides;
}

/** Whether strides are those of numbers that stand one after the other. */
export function isDense(shape: Shape, strides: readonly number[]): boolean {
  return sameNumbers(strides, denseStrides(shape));
}

export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Follows reshape, broadcast, transpose and slice back to what has to be in memory. */
export function viewOf(t: Tensor): View {
  if (!isView(t)) return { source: t, offset: 0, strides: denseStrides(t.shape) };
  const chain: Tensor[] = [];
  let source = t;
  while (isView(source)) {
    chain.push(source);
    source = source.node.inputs[0] as Tensor;
  }
  let offset = 0;
  let strides = denseStrides(source.shape);
  let shape = source.shape;
  for (const step of chain.reverse()) {
    const { node } = step;
    const before = shape;
    shape = step.shape;
    if (node.op === "reshape") {
      const same = reshapeStrides(before, strides, shape);
      if (!same) {
        source = node.inputs[0];
        offset = 0;
      }
      strides = same ?? denseStrides(shape);
    } else if (node.op === "broadcast") {
      const lead = shape.length - before.length;
      strides = shape.map((_, axis) => (axis < lead ? 0 : (strides[axis - lead] as number)));
    } else if (node.op === "transpose") {
      const held = strides;
      strides = node.attributes.order.map((axis) => held[axis] as number);
    } else if (node.op === "slice") {
      const { start, step: by } = node.attributes;
      offset += strides.reduce((sum, stride, axis) => sum + stride * (start[axis] as number), 0);
      strides = strides.map((stride, axis) => (shape[axis] === 1 ? 0 : stride * (by[axis] as number)));
    }
  }
  return { source, offset, strides };
}

/** What a view of a tensor reads; where only that matters, it is found faster than the whole view. */
export function sourceOf(t: Tensor): Tensor {
  let source = t;
  while (isView(source)) {
    if (source.node.op === "reshape") return viewOf(t).source; // which may have to be in memory itself
    source = source.node.inputs[0] as Tensor;
  }
  return source;
}

/** Whether a tensor is only another arrangement of its input's numbers. */
export function isView({ node: { op } }: Tensor): boolean {
  return op === "reshape" || op === "broadcast" || op === "transpose" || op === "slice";
}

/** Neighbouring axes whose numbers follow one another evenly, seen as one. */
export interface Run {
  readonly size: number;
  readonly stride: number;
}

/** A shape as the fewest runs, outermost first. */
export function runsOf(shape: Shape, strides: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  shape.forEach((size, axis) => {
    if (size === 1) return;
    const stride = strides[axis] as number;
    const outer = runs[runs.length - 1];
    if (outer && outer.stride === stride * size) runs[runs.length - 1] = { size: outer.size * size, stride };
    else runs.push({ size, stride });
  });
  return runs;
}

/** The strides that read the same numbers in the same order under another shape of as many; undefined where none do. */
export function reshapeStrides(shape: Shape, strides: readonly number[], wanted: Shape): readonly number[] | undefined {
  if (sizeOf(shape) === 0) return denseStrides(wanted);
  const runs = [...runsOf(shape, strides)];
  const result = new Array<number>(wanted.length).fill(0);
  let taken = 1; // how much of the innermost run that is left has been given away
  for (let axis = wanted.length - 1; axis >= 0; axis--) {
    const side = wanted[axis] as number;
    if (side === 1) continue;
    const run = runs[runs.length - 1];
    if (!run || run.size % (taken * side) !== 0) return undefined;
    result[axis] = run.stride * taken;
    taken *= side;
    if (taken === run.size) {
      runs.pop();
      taken = 1;
    }
  }
  return result;
}
