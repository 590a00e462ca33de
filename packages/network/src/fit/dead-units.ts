import { type Place, trace } from "@neurite/plugin";
import {
  type AnyNode,
  constant,
  evaluate,
  gradient,
  isFloat,
  not,
  order,
  type Tensor,
  type Value,
} from "@neurite/tensor";
import { rowsOf } from "../data";
import type { Model } from "../model";
import { compileEntry, stateTensors } from "../predict";
import { blockRows, byIndex } from "../run-blocks";
import { rowInputs } from "../trace-rows";

/** A layer with units that learn nothing any more: their activation is flat on every row that was looked at. */
export interface DeadUnits {
  /** The activation's path, such as `0/dense/activation`. */
  readonly path: string;
  /** How many of the units are dead. */
  readonly dead: number;
  readonly units: number;
  /** Rows that were looked at. */
  readonly rows: number;
}

/** A first look takes so few rows that the interpreter is quick; only what seems dead there is looked at closely. */
const fewRows = 64;
/** Blocks of rows that are looked at closely, spread over all rows. */
const mostBlocks = 64;

/**
 * Finds units whose activation has the slope 0 on every row, whatever it is called: a relu that is always below 0, a tanh at its end.
 *
 * Looks at up to 16,384 rows. Activations inside loops (recurrent cells) are not looked at.
 */
export function findDeadUnits(model: Model, inputs: readonly Value[]): readonly DeadUnits[] {
  const rows = inputs[0]?.shape[0] ?? 0;
  const few = Math.min(fewRows, rows);
  const first = slopesAt(model, few);
  if (first.places.length === 0) return [];
  const values = new Map<Tensor, Value>([
    ...first.inputs.map((t, i) => [t, rowsOf(inputs[i] as Value, 0, few)] as const),
  ]);
  for (const [path, tensor] of first.tensors) values.set(tensor, model.weights.get(path) as Value);
  const seen = evaluate(first.moved, values).map(({ data }) => Uint8Array.from(data));
  if (rows > few && seen.some((alive) => alive.includes(0))) lookClosely(model, inputs, rows, seen);
  return first.places.flatMap(({ path }, i) => {
    const alive = seen[i] as Uint8Array;
    const dead = alive.reduce((count, flag) => count + (flag ? 0 : 1), 0);
    return dead > 0 ? [{ path, dead, units: alive.length, rows: Math.min(rows, mostBlocks * blockRows) }] : [];
  });
}

/** For each activation a flag for each unit: whether its slope is other than 0 on any of the rows. */
function slopesAt(model: Model, rows: number) {
  const { tensors, state } = stateTensors(model.weights);
  const inputs = rowInputs("input", model.inputs, rows);
  const traced = trace(model.network, inputs, { training: false, dtype: model.dtype, tensors });
  const reachable = new Set<AnyNode>(order(traced.outputs));
  const places = traced.places.filter((place) => canDie(place, reachable));
  const moved = places.map(({ inputs: [x], outputs: [y] }) => flags(x as Tensor, y as Tensor));
  return { tensors, state, inputs, places, moved };
}

function canDie({ category, inputs: [x], outputs: [y] }: Place, reachable: ReadonlySet<AnyNode>): boolean {
  if (category !== "activation" || !x || !y || x === y) return false;
  return x.shape.length > 1 && isFloat(x.dtype) && reachable.has(x.node) && reachable.has(y.node);
}

function flags(x: Tensor, y: Tensor): Tensor {
  // odd factors, since the outputs of a softmax sum to 1, whose slope is 0
  const factors = Float64Array.from({ length: y.shape.at(-1) ?? 1 }, (_, i) => 1 + ((i * 0.6180339887498949) % 1));
  const [slope] = gradient(y.mul(constant(factors).cast(y.dtype)).sum(), [x]);
  const axes = x.shape.slice(1).map((_, axis) => axis); // all but the last
  return not((slope as Tensor).equal(0))
    .cast(x.dtype)
    .max(axes);
}

/** Marks the units that move on any of up to `mostBlocks` blocks; the last block begins early enough to be full. */
function lookClosely(model: Model, inputs: readonly Value[], rows: number, seen: readonly Uint8Array[]): void {
  const size = Math.min(blockRows, rows);
  const { state, inputs: takes, moved } = slopesAt(model, size);
  const entry = { inputs: byIndex(takes), outputs: byIndex(moved), updates: {} };
  const executable = compileEntry(model, state, "alive", entry);
  const blocks = Math.min(mostBlocks, Math.ceil(rows / size));
  for (let block = 0; block < blocks; block++) {
    const from = blocks === 1 ? 0 : Math.floor((block * (rows - size)) / (blocks - 1));
    const given = byIndex(inputs.map((held) => rowsOf(held, from, from + size)));
    const outputs = executable.run("alive", given);
    seen.forEach((alive, i) => {
      const flagsOf = outputs[i]?.data;
      for (let unit = 0; unit < alive.length; unit++) if (flagsOf?.[unit]) alive[unit] = 1;
    });
  }
}

/** On fewer rows a unit may well be flat and yet alive. */
const leastRows = 20;

/** The sentence for a layer in which a tenth or more of the units are dead. */
export function deadUnitsWarning({ path, dead, units, rows }: DeadUnits): string | undefined {
  if (dead < units / 10 || rows < leastRows) return undefined;
  const percent = Math.round((100 * dead) / units);
  return `fit: ${dead} of ${units} units (${percent} %) at ${path || "the activation"} are dead: on all ${rows} rows that were looked at their activation is flat, so they learn nothing. Lower the learning rate, scale the inputs, or take an activation that is flat nowhere, such as leakyRelu or gelu.`;
}
