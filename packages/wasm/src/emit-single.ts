import { type AnyNode, type DType, sizeOf, Tensor } from "@neurite/tensor";
import { Code, type Local } from "./assembler/code";
import type { Instruction } from "./assembler/opcodes";
import { cut } from "./cut";
import { bytesOf } from "./element";
import { emitMap } from "./emit-map";
import type { MapKernel, Member, Place, SingleKernel } from "./kernel";
import { layOutMap } from "./map-layout";
import type { Emitted, Pointer } from "./pointer";
import { foldTwo, storeVector } from "./vectors";
import { denseStrides } from "./view";

type NodeOf<K extends AnyNode["op"]> = Extract<AnyNode, { readonly op: K }>;

/** A function to call, or memory to fill with zeros first. */
export type Step = Emitted | { readonly clear: Pointer; readonly bytes: number };

/** Emits what is no loop over elements: picking, adding up at places, finding the largest, joining and padding. */
export function emitSingle({ node, operands }: SingleKernel): readonly Step[] {
  const out = { source: new Tensor(node, 0), offset: 0, written: true };
  const bytes = sizeOf(out.source.shape) * bytesOf(out.source.dtype);
  const pointers = [...operands, out];
  switch (node.op) {
    case "gather":
      return [shareGather(node, operands, 0, 1)];
    case "scatterAdd":
      return [{ clear: out, bytes }, shareScatterAdd(node, operands, 0, 1)];
    case "argmax":
      return [{ code: argmax(node), pointers }];
    case "concat": {
      const strides = denseStrides(out.source.shape);
      const side = sizeOf(out.source.shape.slice(node.attributes.axis + 1));
      let at = 0;
      return operands.map((from, i) => {
        const { shape } = node.inputs[i] as Tensor;
        const step = copy(from, shape, { ...out, offset: at }, strides);
        at += (shape[node.attributes.axis] as number) * side;
        return step;
      });
    }
    case "pad": {
      const { before, between } = node.attributes;
      const strides = denseStrides(out.source.shape);
      const offset = strides.reduce((sum, stride, axis) => sum + stride * (before[axis] as number), 0);
      const apart = strides.map((stride, axis) => stride * ((between[axis] as number) + 1));
      const [from] = operands as readonly [Place];
      return [{ clear: out, bytes }, copy(from, node.inputs[0].shape, { ...out, offset }, apart)];
    }
    default:
      throw new Error(`internal: the engine has no kernel for ${node.op}`);
  }
}

/** Copies an array to where its elements stand under other strides: a sum of one element each. */
function copy(from: Place, shape: readonly number[], to: Place, strides: readonly number[]): Emitted {
  const kept = shape.flatMap((side, axis) => (side === 1 ? [] : [axis]));
  const domain = kept.map((axis) => shape[axis] as number);
  const node = {
    op: "sum",
    inputs: [from.source],
    attributes: { axes: [] },
    outputs: [{ shape: domain, dtype: from.source.dtype }],
    path: "",
  } as unknown as AnyNode;
  const operand = { kind: "memory", ...from, strides: denseStrides(domain) } as const;
  const moved = kept.map((axis) => strides[axis] as number);
  const member: Member = { node, form: "sink", place: "full", level: 0, operands: [operand], strides: moved };
  const kernel: MapKernel = { type: "map", index: 0, domain, split: undefined, members: new Map([[node, member]]) };
  const { code, pointers } = emitMap(layOutMap(kernel, () => false));
  return { code, pointers: pointers.map((p) => ("source" in p && p.source.node === node ? to : p)) };
}

/** An axis that is picked from, and what lies before and behind it. */
interface Picked {
  readonly outer: number;
  readonly side: number;
  readonly inner: number;
  readonly count: number;
  readonly dtype: DType;
}

/**
 * Calls `row` for each index with the addresses of its rows of `inner` elements: one among the `side` rows of the table (the index
 * clamped, so that it never reaches other memory), one in the list of rows. Parameters: `table` and `list` by number, the indices are 1.
 */
function eachIndex(
  code: Code,
  p: Picked,
  table: Local,
  list: Local,
  row: (inTable: Local, inList: Local) => void,
): void {
  const width = p.inner * bytesOf(p.dtype);
  const [at, index, place] = [code.local("i32"), code.local("i32"), code.local("i32")];
  if (p.count * p.inner === 0) return;
  code.times(p.outer, () => {
    code.get(1);
    code.set(at);
    code.times(p.count, () => {
      code.get(at);
      code.memory("i32.load");
      code.tee(index);
      code.i32(0);
      code.get(index);
      code.i32(0);
      code.op("i32.ge_s", "select");
      code.tee(index);
      code.i32(p.side - 1);
      code.get(index);
      code.i32(p.side);
      code.op("i32.lt_s", "select");
      code.i32(width);
      code.op("i32.mul");
      code.get(table);
      code.op("i32.add");
      code.set(place);
      row(place, list);
      code.bump(list, width);
      code.bump(at, 4);
    });
    code.bump(table, p.side * width);
  });
}

/** Vector after vector over `count` neighbours: `part` gets the byte offset and how many numbers count. */
function eachVector(
  code: Code,
  count: number,
  dtype: DType,
  moved: readonly Local[],
  part: (offset: number, lanes: number, at: readonly Local[]) => void,
): void {
  const per = 16 / bytesOf(dtype);
  const vectors = Math.floor(count / per);
  let at = moved;
  if (vectors > 4) {
    at = moved.map((from) => {
      code.get(from);
      return code.take("i32");
    });
    code.times(vectors, () => {
      part(0, per, at);
      for (const local of at) code.bump(local, 16);
    });
  } else for (let v = 0; v < vectors; v++) part(16 * v, per, at);
  if (count % per > 0) part(vectors > 4 ? 0 : 16 * vectors, count % per, at);
}

/** The share of a gather that falls to one of several: some of the indices. Only one outer row can be shared out. */
export function shareGather(node: NodeOf<"gather">, operands: readonly Place[], part: number, parts: number): Emitted {
  const code = new Code(["i32", "i32", "i32"]);
  const [x, indices] = node.inputs;
  const { axis } = node.attributes;
  const [outer, inner] = [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis + 1))];
  const [from, to] = cut(sizeOf(indices.shape), 1, part, parts);
  const picked = { outer, side: x.shape[axis] ?? 1, inner, count: to - from, dtype: x.dtype };
  const [table, list] = operands as readonly [Place, Place];
  const out = { source: new Tensor(node, 0), offset: from * inner, written: true };
  eachIndex(code, picked, 0, 2, (from, to) => {
    eachVector(code, inner, x.dtype, [from, to], (offset, count, [source, target]) => {
      code.get(source as Local);
      code.memory("v128.load", offset);
      const vector = code.take("v128");
      const lanes = x.dtype === "float64" ? 2 : 4;
      storeVector(code, () => code.get(target as Local), vector, x.dtype, lanes, count, offset);
    });
  });
  return { code, pointers: [table, { ...list, offset: list.offset + from }, out] };
}

/** The share of a scatterAdd that falls to one of several: some columns of the table, so that no two add to one place. */
export function shareScatterAdd(
  node: NodeOf<"scatterAdd">,
  operands: readonly Place[],
  part: number,
  parts: number,
): Emitted {
  const code = new Code(["i32", "i32", "i32"]);
  const [, indices] = node.inputs;
  const { axis, size } = node.attributes;
  const { shape, dtype } = new Tensor(node, 0);
  const [outer, inner] = [sizeOf(shape.slice(0, axis)), sizeOf(shape.slice(axis + 1))];
  const picked = { outer, side: size, inner, count: sizeOf(indices.shape), dtype };
  const [first, end] = cut(inner, 16 / bytesOf(dtype), part, parts);
  const [updates, list] = operands as readonly [Place, Place];
  const out = { source: new Tensor(node, 0), offset: first, written: true };
  eachIndex(code, picked, 2, 0, (to, from) => {
    eachVector(code, end - first, dtype, [from, to], (offset, count, [source, target]) => {
      for (const local of [target, source] as Local[]) {
        code.get(local);
        code.memory("v128.load", offset);
      }
      foldTwo(code, "sum", dtype);
      const vector = code.take("v128");
      const lanes = dtype === "float64" ? 2 : 4;
      storeVector(code, () => code.get(target as Local), vector, dtype, lanes, count, offset);
    });
  });
  return { code, pointers: [{ ...updates, offset: updates.offset + first }, list, out] };
}

/** One number after the other; NaN counts as largest, the first of equals wins. */
function argmax({ inputs: [{ shape, dtype }], attributes: { axis } }: NodeOf<"argmax">): Code {
  const code = new Code(["i32", "i32"]);
  const side = shape[axis] ?? 1;
  const inner = sizeOf(shape.slice(axis + 1));
  const unit = bytesOf(dtype);
  const type = dtype === "float32" ? "f32" : dtype === "float64" ? "f64" : "i32";
  const [best, rival, at, winner, k] = [
    code.local(type),
    code.local(type),
    code.local("i32"),
    code.local("i32"),
    code.local("i32"),
  ];
  const load = () => code.memory(`${type}.load` as Instruction);
  code.times(sizeOf(shape.slice(0, axis)), () => {
    code.times(inner, () => {
      code.get(0);
      code.tee(at);
      load();
      code.set(best);
      for (const local of [winner, k]) {
        code.i32(0);
        code.set(local);
      }
      code.times(side - 1, () => {
        code.bump(k, 1);
        code.bump(at, inner * unit);
        code.get(at);
        load();
        code.tee(rival);
        code.get(best);
        code.op(type === "i32" ? (dtype === "bool" ? "i32.lt_s" : "i32.gt_s") : (`${type}.gt` as Instruction));
        if (type !== "i32") {
          code.get(rival, rival);
          code.op(`${type}.ne` as Instruction);
          code.get(best, best);
          code.op(`${type}.eq` as Instruction, "i32.and", "i32.or");
        }
        code.when(() => {
          code.get(rival);
          code.set(best);
          code.get(k);
          code.set(winner);
        });
      });
      code.get(1, winner);
      code.memory("i32.store");
      code.bump(1, 4);
      code.bump(0, unit);
    });
    code.bump(0, (side - 1) * inner * unit);
  });
  return code;
}
