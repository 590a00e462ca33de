import { type AnyNode, type DType, Tensor } from "@neurite/tensor";
import { bytesOf, type Lanes } from "./element";
import { keptRows } from "./kept-rows";
import type { MapKernel, Member, Operand } from "./kernel";
import { lanesOf } from "./member-value";
import type { Pointer } from "./pointer";
import { denseStrides, runsOf } from "./view";

/** Something that moves along while a kernel walks over its domain: a pointer, or a count. */
export interface Cursor {
  /** Which parameter it is; of a count, nothing. */
  readonly parameter: number;
  readonly dtype: DType;
  /** What its strides are multiplied with: the bytes of an element, 1 for a count. */
  readonly unit: number;
  /** How many elements it moves at each step of the loops over rows, and along a row. */
  readonly outer: readonly number[];
  readonly inner: number;
}

/** How a kernel walks over its domain, and what moves meanwhile. */
export interface MapLayout {
  readonly kernel: MapKernel;
  readonly members: readonly Member[];
  readonly lanes: Lanes;
  readonly pointers: readonly Pointer[];
  /** The loops over rows, outermost first, and how many elements a row has. */
  readonly sides: readonly number[];
  readonly columns: number;
  readonly reads: ReadonlyMap<Operand, Cursor>;
  /** Results that go to memory, and sinks. */
  readonly writes: ReadonlyMap<AnyNode, Cursor>;
  /** Values that are kept for a later pass over the same row. */
  readonly kept: ReadonlyMap<AnyNode, Cursor>;
  /** What an iota or random number counts, and where it begins. */
  readonly counts: ReadonlyMap<AnyNode, Cursor & { readonly start: number }>;
}

/** Lays out the loops of a kernel: as few as move everything evenly. */
export function layOutMap(kernel: MapKernel, stored: (node: AnyNode) => boolean): MapLayout {
  const { domain, split } = kernel;
  const members = [...kernel.members.values()];
  const pointers: Pointer[] = [];
  const strides: (readonly number[])[] = [];
  const full = (list: readonly number[]) => [...list, ...domain.slice(list.length).map(() => 0)];
  const moving = (list: readonly number[]) => strides.push(full(list)) - 1;

  const number = numbering();
  const known = new Map<string, number>();
  const readAt = new Map<Operand, number>();
  for (const { operands } of members) {
    for (const o of operands) {
      if (o.kind !== "memory") continue;
      const key = `${number(o.source.node)}.${o.source.output}@${o.offset}:${full(o.strides)}`;
      const at = known.get(key) ?? moving(o.strides);
      if (!known.has(key)) pointers.push({ source: o.source, offset: o.offset });
      known.set(key, at);
      readAt.set(o, at);
    }
  }
  const writeAt = new Map<AnyNode, number>();
  for (const { node, form, place, strides: own } of members) {
    if (form !== "sink" && !stored(node)) continue;
    const dense = denseStrides(place === "full" ? domain : domain.slice(0, split));
    writeAt.set(node, moving(form === "sink" ? (own ?? []) : dense));
    pointers.push({ source: new Tensor(node, 0), offset: 0, written: true });
  }
  const counters = members.filter(({ node }) => node.op === "iota" || node.op === "random");
  const countAt = new Map(counters.map((m) => [m.node, moving(m.strides ?? [])]));

  const { sides, lists } = collapse(domain, split, strides);
  const columns = split === undefined ? (sides.pop() ?? 1) : domain.slice(split).reduce((a, b) => a * b, 1);
  const cursor = (at: number, dtype: DType, unit: number): Cursor => {
    const list = lists[at] as readonly number[];
    const inner = split === undefined ? (list[sides.length] ?? 0) : innerStride(domain, strides[at], split);
    return { parameter: at, dtype, unit, outer: list.slice(0, sides.length), inner };
  };
  const pointing = (at: number): Cursor => {
    const pointer = pointers[at] as Pointer;
    const dtype = "bytes" in pointer ? "float32" : pointer.source.dtype;
    return cursor(at, dtype, bytesOf(dtype));
  };
  const kept = new Map<AnyNode, Cursor>();
  for (const [node, dtype] of keptRows(members, stored)) {
    const unit = bytesOf(dtype);
    const parameter = pointers.push({ bytes: columns * unit }) - 1;
    kept.set(node, { parameter, dtype, unit, outer: sides.map(() => 0), inner: columns > 1 ? 1 : 0 });
  }
  return {
    kernel,
    members,
    lanes: lanesOf(members),
    pointers,
    sides,
    columns,
    reads: mapValues(readAt, pointing),
    writes: mapValues(writeAt, pointing),
    kept,
    counts: mapValues(countAt, (at) => ({ ...cursor(at, "int32", 1), start: 0 })),
  };
}

function mapValues<K, A, B>(map: ReadonlyMap<K, A>, make: (a: A) => B): ReadonlyMap<K, B> {
  return new Map([...map].map(([key, a]) => [key, make(a)]));
}

/** Numbers things in the order in which they are met. */
function numbering(): (thing: object) => number {
  const numbers = new Map<object, number>();
  return (thing) => {
    const known = numbers.get(thing) ?? numbers.size;
    numbers.set(thing, known);
    return known;
  };
}

function innerStride(domain: readonly number[], strides: readonly number[] = [], split: number): number {
  return runsOf(domain.slice(split), strides.slice(split))[0]?.stride ?? 0;
}

/** Neighbouring axes as one wherever all lists of strides move on evenly; with a split, of the axes before it only. */
function collapse(domain: readonly number[], split: number | undefined, lists: readonly (readonly number[])[]) {
  const sides: number[] = [];
  const result: number[][] = lists.map(() => []);
  domain.slice(0, split).forEach((side, axis) => {
    const last = sides.length - 1;
    const even = last >= 0 && lists.every((list, i) => result[i]?.[last] === (list[axis] as number) * side);
    if (even) sides[last] = (sides[last] as number) * side;
    else sides.push(side);
    lists.forEach((list, i) => {
      (result[i] as number[])[sides.length - 1] = list[axis] as number;
    });
  });
  return { sides, lists: result };
}
