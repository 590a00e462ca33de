import { type AnyNode, type DType, Tensor } from "@neurite/tensor";
import type { Code, Local } from "./assembler/code";
import { bytesOf, splat } from "./element";
import type { MatmulKernel, Member, Operand } from "./kernel";
import { matmul } from "./kernels/matmul";
import { matmulScratch } from "./kernels/matmul-layout";
import type { MatmulPlan } from "./kernels/matmul-plan";
import { lanesOf, memberValue, operandTypes } from "./member-value";
import type { Pointer } from "./pointer";
import { loadApart, loadSplat, loadVector, storeVector } from "./vectors";
import { denseStrides } from "./view";

/** A matrix product as a function of pointers, to be called for each place of the leading axes. */
export interface EmittedMatmul {
  readonly code: Code;
  readonly pointers: readonly Pointer[];
  /** The sizes of the leading axes, and how far each pointer moves along them, in bytes. */
  readonly batch: readonly number[];
  readonly moves: readonly (readonly number[])[];
}

/** What an epilogue reads, writes or counts at an element `[row, column]` of a matrix. */
interface Cursor {
  readonly dtype: DType;
  readonly unit: number;
  readonly down: number;
  readonly across: number;
}

/** The rows and columns of a product that a kernel works out. */
export interface Area {
  readonly rows: readonly [from: number, to: number];
  readonly columns: readonly [from: number, to: number];
}

/** All of a product. */
export function wholeArea({ domain }: MatmulKernel): Area {
  const [rows, columns] = domain.slice(-2) as [number, number];
  return { rows: [0, rows], columns: [0, columns] };
}

/** Emits an area of a matrix product with what is done to its sums. */
export function emitMatmul(kernel: MatmulKernel, stored: (node: AnyNode) => boolean, area: Area): EmittedMatmul {
  const { node, a, b, domain } = kernel;
  const [firstRow, endRow] = area.rows;
  const [firstColumn, endColumn] = area.columns;
  const [rows, columns] = [endRow - firstRow, endColumn - firstColumn];
  const members = [...kernel.members.values()];
  const lanes = lanesOf(members);
  const inner = innerOf(kernel);
  const plan: MatmulPlan = {
    dtype: node.outputs[0]?.dtype === "float64" ? "float64" : "float32",
    rows,
    inner,
    columns,
    transposeA: a.transposed,
    transposeB: b.transposed,
    strideA: a.stride,
    strideB: b.stride,
  };
  const size = bytesOf(plan.dtype);
  const bytes = (strides: readonly number[], unit: number) => strides.map((stride) => stride * unit);
  const pointers: Pointer[] = [
    { source: a.source, offset: a.offset + firstRow * (a.transposed ? 1 : a.stride) },
    { source: b.source, offset: b.offset + firstColumn * (b.transposed ? b.stride : 1) },
    { bytes: matmulScratch(plan) },
  ];
  const moves = [bytes(a.batch, size), bytes(b.batch, size), a.batch.map(() => 0)];

  const cursors: Cursor[] = [];
  const cursor = (dtype: DType, unit: number, strides: readonly number[]): number => {
    const [down, across] = strides.slice(-2) as [number, number];
    return cursors.push({ dtype, unit, down, across }) - 1;
  };
  const before = (strides: readonly number[]) =>
    firstRow * (strides.at(-2) as number) + firstColumn * (strides.at(-1) as number);
  const point = (source: Tensor, offset: number, strides: readonly number[], written = false): number => {
    pointers.push({ source, offset: offset + before(strides), written });
    moves.push(bytes(strides.slice(0, -2), bytesOf(source.dtype)));
    return cursor(source.dtype, bytesOf(source.dtype), strides);
  };
  const reads = new Map<Operand, number>();
  const known = new Map<string, number>();
  const ids = new Map<AnyNode, number>();
  for (const { operands } of members) {
    for (const o of operands) {
      if (o.kind !== "memory") continue;
      const id = ids.get(o.source.node) ?? ids.size;
      ids.set(o.source.node, id);
      const key = `${id}.${o.source.output}@${o.offset}:${o.strides}`;
      const at = known.get(key) ?? point(o.source, o.offset, o.strides);
      known.set(key, at);
      reads.set(o, at);
    }
  }
  const writes = new Map<AnyNode, number>();
  for (const member of members) {
    if (stored(member.node)) writes.set(member.node, point(new Tensor(member.node, 0), 0, denseStrides(domain), true));
  }
  const pointerCount = cursors.length;
  const counts = new Map<AnyNode, number>();
  for (const m of members) if (m.strides) counts.set(m.node, cursor("int32", 1, m.strides));

  let places: Local[] = [];
  const tile = (code: Code, row: Local, column: Local) => {
    places = cursors.map(({ down, across, unit }, i) => {
      if (i < pointerCount) code.get(3 + i);
      else code.i32(firstRow * down + firstColumn * across);
      for (const [by, stride] of [
        [row, down],
        [column, across],
      ] as const) {
        if (stride === 0) continue;
        code.get(by);
        code.i32(stride * unit);
        code.op("i32.mul", "i32.add");
      }
      return code.take("i32");
    });
  };
  const vector = (code: Code, sums: Local, row: number, column: number, count: number) => {
    const memo = new Map<AnyNode, Local>([[node, sums]]);
    const offsetOf = ({ down, across, unit }: Cursor) => (row * down + column * across) * unit;
    const load = (i: number): Local => {
      const c = cursors[i] as Cursor;
      const address = places[i] as Local;
      if (c.across === 1) {
        code.get(address);
        loadVector(code, c.dtype, lanes, offsetOf(c));
      } else if (c.across === 0) {
        code.get(address);
        loadSplat(code, c.dtype, lanes, offsetOf(c));
      } else loadApart(code, address, c.dtype, lanes, count, c.across, offsetOf(c));
      return code.take("v128");
    };
    const loaded = new Map<number, Local>();
    const operand = (o: Operand, dtype: DType): Local => {
      if (o.kind === "member") return value(o.node);
      if (o.kind === "constant") {
        splat(code, o.value, dtype, lanes);
        return code.take("v128");
      }
      const at = reads.get(o) as number;
      const held = loaded.get(at) ?? load(at);
      loaded.set(at, held);
      return held;
    };
    const value = (at: AnyNode): Local => {
      const held = memo.get(at);
      if (held !== undefined) return held;
      const member = kernel.members.get(at) as Member;
      const types = operandTypes(member);
      const inputs = member.operands.map((o, i) => operand(o, types[i] as DType));
      const result = memberValue(code, member, inputs, lanes, () => {
        const i = counts.get(at) as number;
        const c = cursors[i] as Cursor;
        const from = offsetOf(c);
        code.get(places[i] as Local);
        code.op("i32x4.splat");
        code.i32x4(from, from + c.across, from + 2 * c.across, from + 3 * c.across);
        code.op("i32x4.add");
      });
      memo.set(at, result);
      return result;
    };
    for (const [at, i] of writes) {
      const c = cursors[i] as Cursor;
      storeVector(code, () => code.get(places[i] as Local), value(at), c.dtype, lanes, count, offsetOf(c));
    }
  };
  const code = matmul(plan, { pointers: pointerCount, tile, vector });
  return { code, pointers, batch: domain.slice(0, -2), moves };
}

/** How many products each sum has. */
export function innerOf({ node }: MatmulKernel): number {
  const transposed = node.op === "matmul" && node.attributes.transposeA;
  return (node.inputs[0] as Tensor).shape.at(transposed ? -2 : -1) ?? 1;
}
