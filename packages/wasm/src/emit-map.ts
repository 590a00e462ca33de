import { type AnyNode, type DType, sizeOf } from "@neurite/tensor";
import { Code, type Local } from "./assembler/code";
import { bytesOf, type Lanes, splat } from "./element";
import type { Member } from "./kernel";
import type { Cursor, MapLayout } from "./map-layout";
import { inRow, isFixed, mapMemory, type Position, repeats } from "./map-memory";
import { memberValue, operandTypes } from "./member-value";
import type { Emitted } from "./pointer";
import { type Fold, foldLanes, foldStart, foldTwo, maskLanes, storeVector } from "./vectors";

const dtypeOf = (node: AnyNode) => node.outputs[0]?.dtype as DType;
const foldOf = (node: AnyNode) => node.op as Fold;

/**
 * Emits a kernel: loops over rows, with passes over the elements of each.
 *
 * Every fold runs over a row's vectors in order and then over the lanes in a fixed order; a sink runs over the rows in order.
 */
export function emitMap(layout: MapLayout): Emitted {
  const { kernel, members, lanes, pointers, sides, columns, reads, writes, kept, counts } = layout;
  const code = new Code(pointers.map(() => "i32" as const));
  const memory = mapMemory(code, layout);
  const constants = splatConstants(code, members, lanes);
  const rowValues = new Map<AnyNode, Local>();
  const rowValue = (node: AnyNode): Local => rowValues.get(node) as Local;
  const sinks = members.filter((m) => m.form === "sink");
  const place = (node: AnyNode) => writes.get(node) as Cursor;
  /** Whether the elements of a row all go to one place. */
  const inRegister = (node: AnyNode) => place(node).inner === 0 && columns !== 1;

  /** What a member is worked out from, at a position; `value` gives the values of other members there. */
  const inputsOf = (member: Member, value: (node: AnyNode) => Local, at: Position): Local[] => {
    const types = operandTypes(member);
    return member.operands.map((o, i) => {
      if (o.kind === "constant") return constants.get(constantKey(o.value, types[i] as DType)) as Local;
      return o.kind === "memory" ? memory.load(reads.get(o) as Cursor, at) : value(o.node);
    });
  };
  const worked = (member: Member, value: (node: AnyNode) => Local, at: Position): Local =>
    memberValue(code, member, inputsOf(member, value, at), lanes, () => memory.count(member.node, at));

  /** The running folds of sinks that end as one number. */
  const totals = new Map<AnyNode, Local>();
  const addToTotal = (total: Local, node: AnyNode, vector: Local) => {
    code.get(total, vector);
    foldTwo(code, foldOf(node), dtypeOf(node));
    code.set(total);
  };

  /** A pass over the elements of a row. */
  const pass = (level: number) => {
    const full = members.filter((m) => m.place === "full" && m.level === level);
    const folds = members.filter((m) => m.form === "fold" && m.level === level + 1);
    const flows = full.filter((m) => m.form === "sink");
    const saved = full.filter((m) => m.form === "element" && (writes.has(m.node) || kept.has(m.node)));
    if (folds.length + flows.length + saved.length === 0) return;
    const running = new Map<AnyNode, Local>();
    for (const { node, form } of [...folds, ...flows]) {
      const total = totals.get(node);
      if (total !== undefined) running.set(node, total);
      else if (form === "fold" || inRegister(node)) {
        foldStart(code, foldOf(node), dtypeOf(node));
        running.set(node, code.take("v128"));
      }
    }
    eachVector(code, columns, lanes, (at) => {
      const values = new Map<AnyNode, Local>();
      const value = (node: AnyNode): Local => {
        const member = kernel.members.get(node) as Member;
        if (member.place === "row") return rowValue(node);
        const known = values.get(node);
        if (known !== undefined) return known;
        const earlier = member.level < level ? (writes.get(node) ?? kept.get(node)) : undefined;
        const result = earlier ? memory.load(earlier, at) : worked(member, value, at);
        values.set(node, result);
        return result;
      };
      const results = saved.map(({ node }) => [writes.get(node) ?? kept.get(node), value(node)] as const);
      for (const member of [...folds, ...flows]) {
        const { node } = member;
        code.get(...inputsOf(member, value, at));
        const fresh = code.take("v128"); // a copy: others may read the value
        const total = running.get(node);
        if (total === undefined) memory.foldInto(place(node), foldOf(node), fresh, at);
        else {
          if (at.count < lanes) maskLanes(code, fresh, foldOf(node), dtypeOf(node), at.count);
          addToTotal(total, node, fresh);
        }
      }
      for (const [cursor, result] of results) memory.store(cursor as Cursor, result, at);
    });
    for (const { node, form } of [...folds, ...flows]) {
      const total = running.get(node);
      if (total === undefined || totals.has(node)) continue;
      foldLanes(code, total, foldOf(node), dtypeOf(node), lanes);
      if (form === "fold") rowValues.set(node, total);
      else memory.foldInto(place(node), foldOf(node), total, inRow);
    }
  };

  /** The numbers that a row has one of. */
  const oneEach = (level: number) => {
    for (const member of members) {
      const { node, form } = member;
      if (member.place !== "row" || member.level !== level) continue;
      if (form === "sink") {
        code.get(...inputsOf(member, rowValue, inRow));
        const read = code.take("v128");
        const total = totals.get(node);
        if (total === undefined) memory.foldInto(place(node), foldOf(node), read, inRow);
        else addToTotal(total, node, read);
        continue;
      }
      if (form === "element") rowValues.set(node, worked(member, rowValue, inRow));
      if (writes.has(node)) memory.store(place(node), rowValue(node), inRow);
    }
  };

  const row = () => {
    for (const cursor of reads.values()) if (cursor.inner === 0) memory.loadStaying(cursor);
    const levels = Math.max(...members.map((m) => m.level));
    for (let level = 0; level <= levels; level++) {
      oneEach(level);
      pass(level);
    }
  };

  const moving = new Map<Local, Cursor>();
  for (const cursor of [...reads.values(), ...writes.values()]) moving.set(cursor.parameter, cursor);
  for (const [node, cursor] of counts) moving.set(memory.countLocals.get(node) as Local, cursor);
  const rows = (axis: number): void => {
    const side = sides[axis];
    if (side === undefined) {
      row();
      return;
    }
    code.times(side, () => {
      rows(axis + 1);
      for (const [local, { outer, unit }] of moving) {
        const inside = (sides[axis + 1] ?? 0) * (outer[axis + 1] ?? 0);
        code.bump(local, ((outer[axis] as number) - inside) * unit);
      }
    });
  };

  for (const { node } of sinks) {
    const cursor = place(node);
    if (isFixed(cursor) && (inRegister(node) || repeats(cursor, sides))) {
      foldStart(code, foldOf(node), cursor.dtype);
      totals.set(node, code.take("v128"));
    } else if (repeats(cursor, sides)) startMemory(code, cursor, node, layout);
  }
  const empty = columns === 0 || sides.includes(0);
  if (!empty) for (const cursor of reads.values()) if (isFixed(cursor)) memory.loadStaying(cursor);
  rows(0);
  for (const { node, place: read } of sinks) {
    const total = totals.get(node);
    if (total === undefined) continue;
    if (read === "full") foldLanes(code, total, foldOf(node), dtypeOf(node), lanes);
    memory.store(place(node), total, inRow);
  }
  return { code, pointers };
}

const constantKey = (value: number, dtype: DType) => `${dtype} ${Object.is(value, -0) ? "-0" : value}`;

/** The constants of a kernel, each in every lane of a local. */
function splatConstants(code: Code, members: readonly Member[], lanes: Lanes): ReadonlyMap<string, Local> {
  const constants = new Map<string, Local>();
  for (const member of members) {
    const types = operandTypes(member);
    member.operands.forEach((o, i) => {
      if (o.kind !== "constant") return;
      const dtype = types[i] as DType;
      const key = constantKey(o.value, dtype);
      if (constants.has(key)) return;
      splat(code, o.value, dtype, lanes);
      constants.set(key, code.take("v128"));
    });
  }
  return constants;
}

/** Vector after vector over a row; up to two are written out. */
function eachVector(code: Code, columns: number, lanes: Lanes, body: (at: Position) => void): void {
  const vectors = Math.floor(columns / lanes);
  const rest = columns % lanes;
  if (vectors <= 2) {
    for (let v = 0; v < vectors; v++) body({ base: v * lanes, bytes: undefined, count: lanes });
  } else {
    code.i32(0);
    const bytes = code.take("i32");
    code.loop(() => {
      body({ base: 0, bytes, count: lanes });
      code.bump(bytes, 4 * lanes);
      code.get(bytes);
      code.i32(4 * lanes * vectors);
      code.op("i32.lt_u");
      code.brIf(0);
    });
  }
  if (rest > 0) body({ base: vectors * lanes, bytes: undefined, count: rest });
}

/** Fills the memory of a sink, or this kernel's columns of it, with what its folds begin with. */
function startMemory(code: Code, cursor: Cursor, node: AnyNode, { columns, kernel }: MapLayout): void {
  const size = sizeOf(node.outputs[0]?.shape ?? []);
  const count = cursor.outer.every((stride) => stride === 0) && kernel.split === undefined ? columns : size;
  const per = (16 / bytesOf(cursor.dtype)) as Lanes;
  if (count === 0) return;
  foldStart(code, foldOf(node), cursor.dtype);
  const start = code.take("v128");
  code.get(cursor.parameter);
  const at = code.take("i32");
  const put = (lanes: number) => storeVector(code, () => code.get(at), start, cursor.dtype, per, lanes, 0);
  code.times(Math.floor(count / per), () => {
    put(per);
    code.bump(at, 16);
  });
  if (count % per > 0) put(count % per);
}
