import type { AnyNode, DType, Tensor } from "@neurite/tensor";
import { sizeOf, Tensor as TensorClass } from "@neurite/tensor";
import { Code, type Local } from "./assembler/code";
import { bytesOf, isExpensive, splat } from "./element";
import type { MapKernel, Member, Operand } from "./kernel";
import { lanesOf, memberValue, operandTypes } from "./member-value";
import {
  type Fold,
  foldLanes,
  foldStart,
  foldTwo,
  loadApart,
  loadSplat,
  loadVector,
  maskLanes,
  storeApart,
  storeVector,
} from "./vectors";
import { denseStrides, runsOf } from "./view";

/** What a kernel's parameter points to: a place in a tensor (in elements), or `bytes` of room of its own. */
export type Pointer = { readonly source: Tensor; readonly offset: number } | { readonly bytes: number };

/** A kernel as a function of pointers. */
export interface Emitted {
  readonly code: Code;
  readonly pointers: readonly Pointer[];
}

/** A pointer, or a count, that moves along while the kernel walks over its domain. */
interface Cursor {
  readonly local: Local;
  readonly dtype: DType;
  /** Bytes (or counts) an element: what its strides are multiplied with. */
  readonly unit: number;
  readonly outer: readonly number[];
  readonly inner: number;
}

type Unplaced = Omit<Cursor, "outer" | "inner" | "local"> & { readonly strides: readonly number[] };

/** Where in a row the vector stands that is worked on now. */
interface Position {
  /** Elements before it in this row beyond those that the loop counts. */
  readonly base: number;
  /** Four times what the loop counts; absent outside of a loop. */
  readonly bytes: Local | undefined;
  /** How many lanes count. */
  readonly count: number;
}

/**
 * Emits a loop over rows with passes over the elements of each.
 *
 * Every fold runs over a row's vectors in order and then over the lanes in a fixed order; a sink runs over the rows in order.
 */
export function emitMap(kernel: MapKernel, stored: (node: AnyNode) => boolean): Emitted {
  const { domain, split } = kernel;
  const members = [...kernel.members.values()];
  const lanes = lanesOf(members);
  const pointers: Pointer[] = [];
  const unplaced: Unplaced[] = [];
  const full = (strides: readonly number[]) => [...strides, ...domain.slice(strides.length).map(() => 0)];

  // what is read, written and counted, each with how it moves
  const keys = new Map<string, number>();
  const ids = new Map<AnyNode, number>();
  const idOf = (node: AnyNode) => {
    const id = ids.get(node) ?? ids.size;
    ids.set(node, id);
    return id;
  };
  const point = (source: Tensor, offset: number, strides: readonly number[]): number => {
    const key = `${idOf(source.node)}.${source.output}@${offset}:${full(strides)}`;
    const known = keys.get(key);
    if (known !== undefined) return known;
    const at = pointers.push({ source, offset }) - 1;
    unplaced.push({ dtype: source.dtype, unit: bytesOf(source.dtype), strides: full(strides) });
    keys.set(key, at);
    return at;
  };
  const reads = new Map<Operand, number>();
  for (const { operands } of members) {
    for (const o of operands) if (o.kind === "memory") reads.set(o, point(o.source, o.offset, o.strides));
  }
  const writes = new Map<AnyNode, number>();
  for (const { node, form, place, strides } of members) {
    if (form !== "sink" && !stored(node)) continue;
    const own = place === "full" ? domain : domain.slice(0, split);
    const result = new TensorClass(node, 0);
    unplaced.push({
      dtype: result.dtype,
      unit: bytesOf(result.dtype),
      strides: full(form === "sink" ? (strides ?? []) : denseStrides(own)),
    });
    writes.set(node, pointers.push({ source: result, offset: 0 }) - 1);
  }
  const scratch = scratchOf(members, stored);
  const counters = members.filter(({ node }) => node.op === "iota" || node.op === "random");

  // the fewest loops that move all of them
  const strides = [...unplaced.map((u) => u.strides), ...counters.map((m) => full(m.strides ?? []))];
  const { sides, lists } = collapse(domain, split, strides);
  const columns = split === undefined ? (sides.pop() ?? 1) : domain.slice(split).reduce((a, b) => a * b, 1);
  const outerCount = sides.length;
  const scratchBytes = [...scratch].map(([, dtype]) => columns * bytesOf(dtype) + 16);
  for (const bytes of scratchBytes) pointers.push({ bytes });
  const code = new Code(pointers.map(() => "i32" as const));
  const cursorOf = (
    list: readonly number[],
    i: number,
    rest: Pick<Cursor, "dtype" | "unit">,
    local: Local,
  ): Cursor => ({
    ...rest,
    local,
    outer: list.slice(0, outerCount),
    inner:
      split === undefined ? (list[outerCount] ?? 0) : innerStride(domain.slice(split), strides[i]?.slice(split) ?? []),
  });
  const cursors = unplaced.map((u, i) => cursorOf(lists[i] ?? [], i, u, i));
  const counts = new Map(
    counters.map((m, i) => {
      const at = unplaced.length + i;
      return [m.node, cursorOf(lists[at] ?? [], at, { dtype: "int32", unit: 1 }, code.local("i32"))];
    }),
  );
  const scratchLocals = new Map([...scratch.keys()].map((node, i) => [node, unplaced.length + i]));

  const constants = new Map<string, Local>();
  const rowValues = new Map<AnyNode, Local>();
  const splats = new Map<Cursor, Local>();
  const memberOf = (node: AnyNode) => kernel.members.get(node) as Member;
  const dtypeOf = (node: AnyNode) => node.outputs[0]?.dtype as DType;
  const levels = Math.max(...members.map((m) => m.level));
  const isEmpty = sizeOf(domain) === 0;

  const addressOf = ({ local, inner, unit }: Cursor, { bytes }: Position): Local => {
    if (bytes === undefined || inner === 0) return local;
    code.get(local, bytes);
    const factor = (inner * unit) / 4;
    if (factor !== 1) {
      code.i32(factor);
      code.op("i32.mul");
    }
    code.op("i32.add");
    return code.take("i32");
  };
  const load = (cursor: Cursor, at: Position): Local => {
    const held = splats.get(cursor);
    if (held !== undefined) return held;
    const { inner, unit, dtype } = cursor;
    const address = addressOf(cursor, at);
    const offset = at.base * inner * unit;
    if (inner === 1) {
      code.get(address);
      loadVector(code, dtype, lanes, offset);
    } else loadApart(code, address, dtype, lanes, at.count, inner, offset);
    return code.take("v128");
  };
  const store = (cursor: Cursor, vector: Local, at: Position) => {
    const address = addressOf(cursor, at);
    const offset = at.base * cursor.inner * cursor.unit;
    if (cursor.inner <= 1) storeVector(code, () => code.get(address), vector, cursor.dtype, lanes, at.count, offset);
    else storeApart(code, address, vector, cursor.dtype, lanes, at.count, cursor.inner, offset);
  };
  const countVector = (cursor: Cursor, { base, bytes }: Position) => {
    const { local, inner } = cursor;
    code.get(local);
    if (bytes !== undefined && inner !== 0) {
      code.get(bytes);
      code.i32(2);
      code.op("i32.shr_u");
      code.i32(inner);
      code.op("i32.mul", "i32.add");
    }
    code.op("i32x4.splat");
    code.i32x4(base * inner, (base + 1) * inner, (base + 2) * inner, (base + 3) * inner);
    code.op("i32x4.add");
  };
  const inRow: Position = { base: 0, bytes: undefined, count: 1 };
  const constant = (value: number, dtype: DType): Local =>
    constants.get(`${dtype} ${Object.is(value, -0) ? "-0" : value}`) as Local;

  const inputsOf = (member: Member, value: (node: AnyNode) => Local, at: Position): Local[] => {
    const types = operandTypes(member);
    return member.operands.map((o, i) => {
      if (o.kind === "constant") return constant(o.value, types[i] as DType);
      if (o.kind === "memory") return load(cursors[reads.get(o) as number] as Cursor, at);
      return value(o.node);
    });
  };
  const rowValue = (node: AnyNode): Local => rowValues.get(node) as Local;

  /** The accumulators of sinks that end as one number. */
  const totals = new Map<AnyNode, Local>();
  const sinks = members.filter((m) => m.form === "sink");
  const sinkCursor = (node: AnyNode) => cursors[writes.get(node) as number] as Cursor;
  const isFixed = ({ outer, inner }: Cursor) => inner === 0 && outer.every((s) => s === 0);
  /** Whether a row's elements all go to one place. */
  const inRegister = ({ inner }: Cursor) => inner === 0 && columns > 1;
  const isTotal = (cursor: Cursor) => isFixed(cursor) && (inRegister(cursor) || repeats(cursor));
  const repeats = ({ outer }: Cursor) => outer.some((s, axis) => s === 0 && sides[axis] !== 1);

  const addTo = (cursor: Cursor, fold: Fold, vector: Local, at: Position) => {
    if (repeats(cursor)) {
      const address = addressOf(cursor, at);
      code.get(address);
      const offset = at.base * cursor.inner * cursor.unit;
      if (cursor.inner === 1) loadVector(code, cursor.dtype, lanes, offset);
      else loadSplat(code, cursor.dtype, lanes, offset);
      code.get(vector);
      foldTwo(code, fold, cursor.dtype);
      code.set(vector);
    }
    store(cursor, vector, at);
  };

  const column = (level: number) => {
    const folds = members.filter((m) => m.form === "fold" && m.level === level + 1);
    const flows = sinks.filter((m) => m.place === "full" && m.level === level);
    const kept = members.filter(
      (m) =>
        m.form === "element" && m.place === "full" && m.level === level && (writes.has(m.node) || scratch.has(m.node)),
    );
    if (folds.length + flows.length + kept.length === 0) return;
    const sums = new Map<AnyNode, Local>();
    for (const { node } of [...folds, ...flows.filter((m) => inRegister(sinkCursor(m.node)) || totals.has(m.node))]) {
      const total = totals.get(node);
      if (total !== undefined) sums.set(node, total);
      else {
        foldStart(code, node.op as Fold, dtypeOf(node));
        sums.set(node, code.take("v128"));
      }
    }
    const body = (at: Position) => {
      const memo = new Map<AnyNode, Local>();
      const value = (node: AnyNode): Local => {
        const member = memberOf(node);
        if (member.place === "row") return rowValue(node);
        const known = memo.get(node);
        if (known !== undefined) return known;
        let result: Local;
        const write = writes.get(node);
        const room = scratchLocals.get(node);
        if (member.level < level && write !== undefined) result = load(cursors[write] as Cursor, at);
        else if (member.level < level && room !== undefined) result = load(scratchCursor(node, room), at);
        else {
          const count = counts.get(node);
          result = memberValue(code, member, inputsOf(member, value, at), lanes, () => count && countVector(count, at));
        }
        memo.set(node, result);
        return result;
      };
      const outcomes = kept.map(({ node }) => [node, value(node)] as const);
      for (const member of [...folds, ...flows]) {
        const { node } = member;
        const [read] = inputsOf(member, value, at);
        const sum = sums.get(node);
        const fold = node.op as Fold;
        code.get(read as Local);
        const fresh = code.take("v128"); // masking must not touch a value that others read
        if (sum === undefined) addTo(sinkCursor(node), fold, fresh, at);
        else {
          if (at.count < lanes) maskLanes(code, fresh, fold, dtypeOf(node), at.count);
          code.get(sum, fresh);
          foldTwo(code, fold, dtypeOf(node));
          code.set(sum);
        }
      }
      for (const [node, result] of outcomes) {
        const write = writes.get(node);
        const room = scratchLocals.get(node);
        if (write !== undefined) store(cursors[write] as Cursor, result, at);
        else if (room !== undefined) store(scratchCursor(node, room), result, at);
      }
    };
    walk(body);
    for (const { node, form } of [...folds, ...flows]) {
      const sum = sums.get(node);
      if (sum === undefined || totals.has(node)) continue;
      foldLanes(code, sum, node.op as Fold, dtypeOf(node), lanes);
      if (form === "fold") rowValues.set(node, sum);
      else addTo(sinkCursor(node), node.op as Fold, sum, inRow);
    }
  };
  const scratchCursor = (node: AnyNode, local: Local): Cursor => ({
    local,
    dtype: dtypeOf(node),
    unit: bytesOf(dtypeOf(node)),
    outer: [],
    inner: columns === 1 ? 0 : 1,
  });

  /** Vector after vector over a row. */
  const walk = (body: (at: Position) => void) => {
    const vectors = Math.floor(columns / lanes);
    const rest = columns % lanes;
    if (vectors <= 2) {
      for (let v = 0; v < vectors; v++) body({ base: v * lanes, bytes: undefined, count: lanes });
    } else {
      code.i32(0);
      const bytes = code.take("i32");
      code.loop(() => {
        body({ base: 0, bytes, count: lanes });
        code.get(bytes);
        code.i32(4 * lanes);
        code.op("i32.add");
        code.tee(bytes);
        code.i32(4 * lanes * vectors);
        code.op("i32.lt_u");
        code.brIf(0);
      });
    }
    if (rest > 0) body({ base: vectors * lanes, bytes: undefined, count: rest });
  };

  const row = () => {
    for (const cursor of cursors.slice(0, keys.size)) {
      if (cursor.inner !== 0 || splats.has(cursor)) continue;
      loadRow(cursor);
    }
    for (let level = 0; level <= levels; level++) {
      for (const member of members) {
        if (member.place !== "row" || member.level !== level) continue;
        const { node, form } = member;
        if (form === "sink") {
          const [read] = inputsOf(member, rowValue, inRow) as [Local];
          const total = totals.get(node);
          const fold = node.op as Fold;
          if (total === undefined) {
            code.get(read);
            addTo(sinkCursor(node), fold, code.take("v128"), inRow);
          } else {
            code.get(total, read);
            foldTwo(code, fold, dtypeOf(node));
            code.set(total);
          }
          continue;
        }
        if (form === "element") {
          const count = counts.get(node);
          rowValues.set(
            node,
            memberValue(
              code,
              member,
              inputsOf(member, rowValue, inRow),
              lanes,
              () => count && countVector(count, inRow),
            ),
          );
        }
        const write = writes.get(node);
        if (write !== undefined) store(cursors[write] as Cursor, rowValue(node), inRow);
      }
      column(level);
    }
  };
  const loadRow = (cursor: Cursor) => {
    code.get(cursor.local);
    loadSplat(code, cursor.dtype, lanes);
    splats.set(cursor, code.take("v128"));
  };

  const moving = [...cursors, ...counts.values()];
  const rows = (axis: number) => {
    if (axis === sides.length) return row();
    code.times(sides[axis] as number, () => {
      rows(axis + 1);
      for (const { local, outer, unit } of moving) {
        const inside = axis + 1 < sides.length ? (sides[axis + 1] as number) * (outer[axis + 1] as number) : 0;
        code.bump(local, ((outer[axis] as number) - inside) * unit);
      }
    });
  };

  // what is needed once
  for (const member of members) {
    const types = operandTypes(member);
    member.operands.forEach((o, i) => {
      if (o.kind !== "constant") return;
      const key = `${types[i]} ${Object.is(o.value, -0) ? "-0" : o.value}`;
      if (constants.has(key)) return;
      splat(code, o.value, types[i] as DType, lanes);
      constants.set(key, code.take("v128"));
    });
  }
  for (const { node } of sinks) {
    const cursor = sinkCursor(node);
    if (isTotal(cursor)) {
      foldStart(code, node.op as Fold, cursor.dtype);
      totals.set(node, code.take("v128"));
    } else if (repeats(cursor) || isEmpty) startMemory(code, cursor, node);
  }
  if (!isEmpty || split !== undefined) {
    if (!isEmpty) for (const cursor of cursors.slice(0, keys.size)) if (isFixed(cursor)) loadRow(cursor);
    rows(0);
  }
  for (const { node, place } of sinks) {
    const total = totals.get(node);
    if (total === undefined) continue;
    if (place === "full") foldLanes(code, total, node.op as Fold, dtypeOf(node), lanes);
    store({ ...sinkCursor(node), local: writes.get(node) as number }, total, inRow);
  }
  return { code, pointers };
}

/** Fills the memory of a sink with what its folds begin with. */
function startMemory(code: Code, cursor: Cursor, node: AnyNode): void {
  const count = sizeOf(node.outputs[0]?.shape ?? []);
  if (count === 0) return;
  foldStart(code, node.op as Fold, cursor.dtype);
  const start = code.take("v128");
  const size = bytesOf(cursor.dtype);
  const per = 16 / size;
  code.get(cursor.local);
  const at = code.take("i32");
  const lanes = per as 2 | 4;
  const put = (number: number) => storeVector(code, () => code.get(at), start, cursor.dtype, lanes, number, 0);
  code.times(Math.floor(count / per), () => {
    put(per);
    code.bump(at, 16);
  });
  if (count % per > 0) put(count % per);
}

/** Members that a later pass reads, worth keeping in a row of scratch memory: by node, with their dtype. */
function scratchOf(members: readonly Member[], stored: (node: AnyNode) => boolean): ReadonlyMap<AnyNode, DType> {
  const byNode = new Map(members.map((m) => [m.node, m]));
  const kept = new Map<AnyNode, DType>();
  const need = (node: AnyNode, pass: number, seen: Set<AnyNode>) => {
    if (seen.has(node)) return;
    seen.add(node);
    const member = byNode.get(node);
    if (member?.place !== "full" || member.form !== "element") return;
    if (member.level < pass) {
      if (stored(node)) return;
      if (isExpensive(node.op)) {
        kept.set(node, node.outputs[0]?.dtype as DType);
        return;
      }
    }
    for (const o of member.operands) if (o.kind === "member") need(o.node, pass, seen);
  };
  // from the last pass backwards: what a pass keeps has to be made in an earlier one
  const levels = Math.max(...members.map((m) => m.level));
  for (let pass = levels; pass >= 0; pass--) {
    const seen = new Set<AnyNode>();
    for (const { node, form, level, place, operands } of members) {
      const reads = form === "fold" ? level === pass + 1 : form === "sink" ? place === "full" && level === pass : false;
      if (reads) for (const o of operands) if (o.kind === "member") need(o.node, pass, seen);
      if (form === "element" && place === "full" && level === pass && (stored(node) || kept.has(node)))
        need(node, pass, seen);
    }
  }
  return kept;
}

function innerStride(sides: readonly number[], strides: readonly number[]): number {
  return runsOf(sides, strides)[0]?.stride ?? 0;
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
