import type { AnyNode } from "@neurite/tensor";
import type { Code, Local } from "./assembler/code";
import type { Cursor, MapLayout } from "./map-layout";
import { type Fold, foldTwo, loadApart, loadSplat, loadVector, storeApart, storeVector } from "./vectors";

/** Where in a row the vector stands that is worked on now. */
export interface Position {
  /** Elements before it in this row beyond those that the loop counts. */
  readonly base: number;
  /** Four times what the loop counts; absent outside of a loop. */
  readonly bytes: Local | undefined;
  /** How many lanes count. */
  readonly count: number;
}

/** The position of a row's only number. */
export const inRow: Position = { base: 0, bytes: undefined, count: 1 };

/** Emits the loads and stores of a kernel. Cursors that stay during a row are loaded once for it, into every lane. */
export function mapMemory(code: Code, { lanes, sides, counts }: MapLayout) {
  const splats = new Map<number, Local>();
  const countLocals = new Map<AnyNode, Local>();
  for (const [node, { start }] of counts) {
    code.i32(start);
    countLocals.set(node, code.take("i32"));
  }
  const addressOf = ({ parameter, inner, unit }: Cursor, { bytes }: Position): Local => {
    if (bytes === undefined || inner === 0) return parameter;
    code.get(parameter, bytes);
    const factor = (inner * unit) / 4;
    if (factor !== 1) {
      code.i32(factor);
      code.op("i32.mul");
    }
    code.op("i32.add");
    return code.take("i32");
  };
  const offsetOf = ({ inner, unit }: Cursor, { base }: Position) => base * inner * unit;

  const load = (cursor: Cursor, at: Position): Local => {
    const held = splats.get(cursor.parameter);
    if (held !== undefined) return held;
    const { inner, dtype } = cursor;
    const address = addressOf(cursor, at);
    const offset = offsetOf(cursor, at);
    if (inner === 1) {
      code.get(address);
      loadVector(code, dtype, lanes, offset);
    } else loadApart(code, address, dtype, lanes, at.count, inner, offset);
    return code.take("v128");
  };
  const store = (cursor: Cursor, vector: Local, at: Position): void => {
    const { inner, dtype } = cursor;
    const address = addressOf(cursor, at);
    const offset = offsetOf(cursor, at);
    if (inner <= 1) storeVector(code, () => code.get(address), vector, dtype, lanes, at.count, offset);
    else storeApart(code, address, vector, dtype, lanes, at.count, inner, offset);
  };
  return {
    load,
    store,
    /** Loads a number that stays while a row, or the whole kernel, is worked on. */
    loadStaying: (cursor: Cursor): void => {
      if (splats.has(cursor.parameter)) return;
      code.get(cursor.parameter);
      loadSplat(code, cursor.dtype, lanes);
      splats.set(cursor.parameter, code.take("v128"));
    },
    /** Folds a vector into memory where rows come back to one place, and stores it where they do not. */
    foldInto: (cursor: Cursor, fold: Fold, vector: Local, at: Position): void => {
      if (repeats(cursor, sides)) {
        code.get(addressOf(cursor, at));
        if (cursor.inner === 1) loadVector(code, cursor.dtype, lanes, offsetOf(cursor, at));
        else loadSplat(code, cursor.dtype, lanes, offsetOf(cursor, at));
        code.get(vector);
        foldTwo(code, fold, cursor.dtype);
        code.set(vector);
      }
      store(cursor, vector, at);
    },
    /** Leaves the vector of counts of an iota or random number on the stack. */
    count: (node: AnyNode, { base, bytes }: Position): void => {
      const inner = counts.get(node)?.inner ?? 0;
      code.get(countLocals.get(node) as Local);
      if (bytes !== undefined && inner !== 0) {
        code.get(bytes);
        code.i32(2);
        code.op("i32.shr_u");
        code.i32(inner);
        code.op("i32.mul", "i32.add");
      }
      code.op("i32x4.splat");
      const first = base * inner;
      code.i32x4(first, first + inner, first + 2 * inner, first + 3 * inner);
      code.op("i32x4.add");
    },
    countLocals,
  };
}

/** Whether different rows have the same place there. */
export function repeats({ outer }: Cursor, sides: readonly number[]): boolean {
  return outer.some((stride, axis) => stride === 0 && sides[axis] !== 1);
}

/** Whether it stays in one place during the whole kernel. */
export function isFixed({ outer, inner }: Cursor): boolean {
  return inner === 0 && outer.every((stride) => stride === 0);
}
