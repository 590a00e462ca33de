import { type AnyNode, sizeOf, type Tensor } from "@neurite/tensor";
import type { Fused } from "./fuse";
import { type Kernel, nodesOf, readsOf } from "./kernel";
import { denseStrides, isDense, sameNumbers, viewOf } from "./view";

/** The next value of a state. */
export interface Update {
  /** The state, as a graph input. */
  readonly state: Tensor;
  readonly next: Tensor;
}

/** The order in which kernels run, and which of them write right over the state. */
export interface Schedule {
  readonly kernels: readonly Kernel[];
  /** How many run before the guard is asked. */
  readonly early: number;
  /** The state whose memory a node's value goes to. */
  readonly inPlace: ReadonlyMap<AnyNode, Tensor>;
  /** Updates that are copied when all kernels have run. */
  readonly copies: readonly Update[];
}

/**
 * Decides which updates are written in place: those whose kernel reads the old state only where it writes the new one, if every other
 * kernel that reads the old state can run before it.
 */
export function schedule({ kernels, early }: Fused, updates: readonly Update[], guarded: boolean): Schedule {
  const home = new Map<AnyNode, Kernel>();
  for (const kernel of kernels) for (const node of nodesOf(kernel)) home.set(node, kernel);
  const reads = kernels.map((kernel) => new Set(readsOf(kernel).map(({ node }) => node)));
  const after = kernels.map((_, i) => new Set<number>(dataOf(reads[i] as Set<AnyNode>, home)));
  const inPlace = new Map<AnyNode, Tensor>();
  const copies: Update[] = [];
  for (const update of updates) {
    const { state, next } = update;
    const { source, offset, strides } = viewOf(next);
    const kernel = home.get(source.node);
    const fits =
      kernel !== undefined &&
      source.node.outputs.length === 1 &&
      offset === 0 &&
      sizeOf(source.shape) === sizeOf(next.shape) &&
      isDense(next.shape, strides) &&
      !inPlace.has(source.node) &&
      (!guarded || kernel.index >= early) &&
      (!reads[kernel.index]?.has(state.node) || readsInStep(kernel, source.node, state.node));
    if (!fits) {
      copies.push(update);
      continue;
    }
    const readers = kernels.filter((k, i) => k !== kernel && reads[i]?.has(state.node)).map((k) => k.index);
    if (comesAfter(readers, kernel.index, after)) copies.push(update);
    else {
      for (const i of readers) after[kernel.index]?.add(i);
      inPlace.set(source.node, state);
    }
  }
  return { kernels: sorted(after).map((i) => kernels[i] as Kernel), early, inPlace, copies };
}

function dataOf(reads: ReadonlySet<AnyNode>, home: ReadonlyMap<AnyNode, Kernel>): number[] {
  return [...reads].flatMap((node) => {
    const kernel = home.get(node);
    return kernel ? [kernel.index] : [];
  });
}

/** Whether a kernel that reads a state does so only element by element with what it writes, and never later. */
function readsInStep(kernel: Kernel, written: AnyNode, state: AnyNode): boolean {
  if (kernel.type !== "map") return false;
  const member = kernel.members.get(written);
  if (!member || member.form === "sink") return false;
  const own = member.place === "full" ? kernel.domain : kernel.domain.slice(0, kernel.split);
  const dense = denseStrides(own);
  for (const { operands, place, level, form } of kernel.members.values()) {
    const last = form === "fold" ? level - 1 : level;
    for (const o of operands) {
      if (o.kind !== "memory" || o.source.node !== state) continue;
      if (place !== member.place || last > member.level || o.offset !== 0 || !sameNumbers(o.strides, dense))
        return false;
    }
  }
  // what an earlier pass worked out from the state may be worked out again in a later one
  return kernel.members.size > 0 && !laterPasses(kernel.members.values(), member.level);
}

function laterPasses(members: Iterable<{ readonly level: number }>, level: number): boolean {
  for (const m of members) if (m.level > level) return true;
  return false;
}

/** Whether one of some numbers comes after another one, at once or by those between. */
function comesAfter(some: readonly number[], other: number, after: readonly ReadonlySet<number>[]): boolean {
  const stack = [...some];
  const seen = new Set(stack);
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at === other) return true;
    after[at]?.forEach((before) => {
      if (!seen.has(before)) stack.push(before);
      seen.add(before);
    });
  }
  return false;
}

/** The order in which each number follows those it comes after, the smallest first. */
function sorted(after: readonly ReadonlySet<number>[]): readonly number[] {
  const order: number[] = [];
  const opened = new Set<number>();
  const done = new Set<number>();
  const stack: number[] = [];
  for (let root = 0; root < after.length; root++) {
    stack.push(root);
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      if (opened.has(at)) {
        stack.pop();
        if (!done.has(at)) order.push(at);
        done.add(at);
        continue;
      }
      opened.add(at);
      for (const before of [...(after[at] as ReadonlySet<number>)].sort((a, b) => b - a)) {
        if (!done.has(before)) stack.push(before);
      }
    }
  }
  return order;
}
