// X'X of scaled columns by a program, block by block.
import { type Backend, type Executable, type Value, zeros } from "@neurite/tensor";
import type { ScaledColumn } from "../columns/scaled-column";
import { add, doubleDouble, squareRoot, twoSum } from "./double-double";
import { doubleRows, setEntry } from "./double-rows";
import { blockHeight, type GramKind, gramPanels, gramProgram } from "./gram-program";
import type { PreciseTriangle } from "./precise-triangle";

/** Sums of products of columns. */
export interface Gram {
  /** Those of column i with column j from i on; nothing is said of what stands below the diagonal. */
  readonly products: PreciseTriangle;
  /**
   * What rounding may have taken of a product of columns i and j, as a part of |xᵢ| |xⱼ|, at worst of all. With h below 1 and l below 2⁻²² a sum of
   * h l is below 2⁻²² |xᵢ| √rows, and sums of a block's 512 terms in float64 are wrong by 128 · 2⁻⁵³ of that if most terms round the same way, as
   * those of dummies do: together 2⁻⁶⁸ √rows / |xⱼ|.
   */
  readonly rounding: number;
}

const roundingOfSums = 2 ** -68;

/** The last program of each backend, since a fit rarely comes alone and running code gets faster; where memory is needed, it goes. */
const programs = /* @__PURE__ */ new WeakMap<
  Backend,
  { readonly key: string; readonly executable: WeakRef<Executable> }
>();

/** X'WX of columns; those of zeros give exact zeros. */
export function gramOf(columns: readonly ScaledColumn[], weights: Float64Array | undefined, backend: Backend): Gram {
  const size = columns.length;
  const rows = columns[0]?.values.length ?? 0;
  const low = columns.some((column) => column.low !== undefined);
  const executable = start({ size, low, weighted: weights !== undefined }, columns, backend);
  const values = block(size);
  const inputs = {
    values,
    ...(low && { low: block(size) }),
    ...(weights !== undefined && { roots: block(2) }),
  };
  for (let from = 0; from < rows; from += blockHeight) {
    const to = Math.min(rows, from + blockHeight);
    for (const [j, column] of columns.entries()) {
      copyRows(column.values, from, to, values.data, j, column.shift);
      if (inputs.low === undefined) continue;
      if (column.low === undefined) inputs.low.data.fill(0, j * blockHeight, (j + 1) * blockHeight);
      else copyRows(column.low, from, to, inputs.low.data, j, 0);
    }
    if (weights !== undefined && inputs.roots !== undefined) writeRoots(weights, from, to, inputs.roots.data);
    executable.run("add", inputs);
  }
  return finish(executable, size, rows);
}

function block(lines: number): Value & { readonly data: Float64Array } {
  return { shape: [lines, blockHeight], dtype: "float64", data: new Float64Array(lines * blockHeight) };
}

/** Line j of a block; where rows are wanting, `filling` stands for a number that adds nothing. */
function copyRows(
  column: Float64Array,
  from: number,
  to: number,
  into: Float64Array,
  j: number,
  filling: number,
): void {
  const at = j * blockHeight;
  into.set(column.subarray(from, to), at);
  if (to - from < blockHeight) into.fill(filling, at + to - from, at + blockHeight);
}

function writeRoots(weights: Float64Array, from: number, to: number, into: Float64Array): void {
  into.fill(0);
  for (let row = from; row < to; row++) {
    const { high, low } = squareRoot(doubleDouble(weights[row] as number));
    into[row - from] = high;
    into[blockHeight + row - from] = low;
  }
}

/** The program with all sums at 0. */
function start(kind: GramKind, columns: readonly ScaledColumn[], backend: Backend): Executable {
  const key = JSON.stringify(kind);
  const known = programs.get(backend);
  const executable = (known?.key === key ? known.executable.deref() : undefined) ?? backend.compile(gramProgram(kind));
  programs.set(backend, { key, executable: new WeakRef(executable) });
  const { size } = kind;
  const perColumn = (data: Float64Array): Value => ({ shape: [size, 1], dtype: "float64", data });
  executable.write("shift", perColumn(Float64Array.from(columns, ({ shift }) => shift)));
  executable.write("scale", perColumn(Float64Array.from(columns, ({ scale }) => scale)));
  executable.write("small", zeros({ shape: [size, size], dtype: "float64" }));
  for (const [i, { from, count }] of gramPanels(size).entries()) {
    const none = zeros({ shape: [count, size - from], dtype: "float64" });
    executable.write(`exact${i}`, none);
    executable.write(`rest${i}`, none);
  }
  return executable;
}

function finish(executable: Executable, size: number, rows: number): Gram {
  const data = doubleRows(size * size);
  const small = executable.read("small").data;
  let rounding = roundingOfSums;
  for (const [at, { from, count }] of gramPanels(size).entries()) {
    const [exact, rest] = [executable.read(`exact${at}`).data, executable.read(`rest${at}`).data];
    for (let i = from; i < from + count; i++) {
      for (let j = i; j < size; j++) {
        const k = (i - from) * (size - from) + j - from;
        const lesser = add(twoSum(small[i * size + j] as number, small[j * size + i] as number), {
          high: rest[k] as number,
          low: 0,
        });
        setEntry(data, j * size + i, add(doubleDouble(exact[k] as number), lesser));
      }
      const square = data.high[i * size + i] as number;
      if (square > 0) rounding = Math.max(rounding, roundingOfSums * Math.sqrt(rows / square));
    }
  }
  return { products: { size, data }, rounding };
}
