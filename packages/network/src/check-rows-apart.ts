import type { AnyLayer } from "@neurite/plugin";
import {
  deriveKey,
  evaluate,
  filled,
  isFloat,
  NeuriteError,
  seedKey,
  sizeOf,
  type Type,
  uniformAt,
  type Value,
} from "@neurite/tensor";
import { rowsOf } from "./data";
import { traceRows } from "./trace-rows";

/** The parts of a model that the check looks at. */
interface Looked {
  readonly network: AnyLayer;
  readonly inputs: readonly Type[];
  readonly dtype: Type["dtype"];
  readonly weights: ReadonlyMap<string, Value>;
}

/**
 * Refuses a network whose answer for a row depends on how many rows there are, or on what is in them.
 *
 * Such a network would answer one row differently alone and in a table. It is asked on made-up rows: one alone, and the same as the last of
 * three, so that its place may not count either. For networks of which `rowsAreApart` has no proof.
 */
export function checkRowsApart(model: Looked): void {
  const three = model.inputs.map((type, i) => sample(type, i, 3));
  const alone = answers(
    model,
    three.map((value) => rowsOf(value, 2, 3)),
    1,
  );
  const among = answers(model, three, 3).map((value) => rowsOf(value, 2, 3));
  for (const [i, { data }] of alone.entries()) {
    const other = among[i]?.data ?? [];
    const at = data.findIndex((n: number, k: number) => !close(n, other[k] as number));
    if (at < 0) continue;
    throw new NeuriteError(
      "rows-dependent",
      `${model.network.kind}: the answer for a row should not depend on the other rows, but one row alone gives ${data[at]}, and among three ${other[at]}. Leave the number of rows and sums over the first axis out of prediction.`,
    );
  }
}

function answers({ network, inputs, dtype, weights }: Looked, given: readonly Value[], rows: number): readonly Value[] {
  const { traced, inputs: stands } = traceRows(network, inputs, dtype, rows);
  const held = [...traced.parameters, ...traced.state].map(
    ([path, { tensor }]) => [tensor, weights.get(path)] as const,
  );
  const pairs = [...stands.map((tensor, i) => [tensor, given[i]] as const), ...held];
  return evaluate(
    traced.outputs,
    new Map(pairs.flatMap(([tensor, value]) => (value ? [[tensor, value] as const] : []))),
  );
}

/** Rows that differ: numbers from -1 to 1, and indices 0, 1, 0. */
function sample({ shape, dtype }: Type, index: number, rows: number): Value {
  const key = deriveKey(seedKey(7), index);
  const size = rows * sizeOf(shape);
  const numbers = Array.from({ length: size }, (_, i) => uniformAt(key, i) * 2 - 1);
  const type = { shape: [rows, ...shape], dtype };
  return filled(type, isFloat(dtype) ? numbers : numbers.map((n) => Number(n > 0)));
}

function close(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(b));
}
