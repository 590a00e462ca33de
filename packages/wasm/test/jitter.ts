import {
  type AnyNode,
  constant,
  type DType,
  type Entry,
  isFloat,
  order,
  type Program,
  remake,
  simplify,
  sizeOf,
  Tensor,
} from "@neurite/tensor";

/** Operations whose result is rounded, or computed in another order elsewhere. */
const rounded = new Set(
  "add sub mul div pow sqrt exp log sin cos atan tanh sigmoid erf expm1 log1p cast sum matmul scatterAdd".split(" "),
);
/** Operations of which only the sign of a zero is open. */
const signed = new Set("neg abs sign floor minimum maximum where max".split(" "));
const added = new Set("sum matmul scatterAdd".split(" "));

/** Random numbers from 0 up to 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How far numbers are moved, and which sign a zero gets. */
interface Noise {
  readonly random: () => number;
  readonly places: number;
  readonly zero: () => number;
}

/**
 * The same program with every rounded number off by some last places, and with zeros of either sign.
 *
 * How far its answers move says how well the program determines them, and so how near another backend has to come. The first two seeds
 * give all zeros one sign, later ones mix them.
 */
export function jitter(program: Program, seed: number): Program {
  const random = randomNumbers(seed + 1);
  const zero = () => (seed === 0 ? 0 : seed === 1 || random() < 0.5 ? -0 : 0);
  const noise = { random, zero, places: 1 << (seed % 4) };
  const entries = Object.entries(program.entries).map(([name, entry]) => [name, jitterEntry(entry, noise)]);
  return { state: program.state, entries: Object.fromEntries(entries) };
}

function jitterEntry(entry: Entry, noise: Noise): Entry {
  const [outputs, updates] = [Object.entries(entry.outputs), Object.entries(entry.updates)];
  const results = [...outputs, ...updates].map(([, t]) => t);
  const moved = jitterGraph(simplify(entry.guard ? [...results, entry.guard] : results), noise);
  const named = (list: readonly (readonly [string, Tensor])[], from: number) =>
    Object.fromEntries(list.map(([name], i) => [name, moved[from + i] as Tensor]));
  const guard = entry.guard && { guard: moved[results.length] as Tensor };
  return { inputs: entry.inputs, outputs: named(outputs, 0), updates: named(updates, outputs.length), ...guard };
}

function jitterGraph(outputs: readonly Tensor[], noise: Noise): readonly Tensor[] {
  const made = new Map<AnyNode, readonly Tensor[]>();
  const find = (t: Tensor) => (made.get(t.node) as readonly Tensor[])[t.output] as Tensor;
  for (const node of order(outputs)) {
    if (node.inputs.length === 0) {
      made.set(node, [new Tensor(node, 0)]);
      continue;
    }
    const inputs = node.inputs.map((t: Tensor) =>
      added.has(node.op) && isFloat(t.dtype) ? move(find(t), noise, noise.places) : find(t),
    );
    const results = remake(node.op === "scan" ? jitterLoop(node, noise) : node, inputs);
    const by = rounded.has(node.op) ? noise.places : signed.has(node.op) ? 0 : undefined;
    made.set(
      node,
      results.map((t) => (by !== undefined && isFloat(t.dtype) ? move(t, noise, by) : t)),
    );
  }
  return outputs.map(find);
}

function move(t: Tensor, { random, zero }: Noise, by: number): Tensor {
  const eps = t.dtype === "float32" ? 2 ** -23 : 2 ** -52;
  const some = (number: () => number) => constant(arrayOf(t.dtype, sizeOf(t.shape), number), t.dtype, t.shape);
  const isZero = t.equal(0);
  if (by === 0) return isZero.where(some(zero), t);
  const factors = some(() => 1 + Math.round((2 * random() - 1) * 2 * by) * eps);
  return isZero.where(some(zero), t.mul(factors));
}

function jitterLoop(node: AnyNode, noise: Noise): AnyNode {
  if (node.op !== "scan") return node;
  const { body } = node.attributes;
  const outputs = jitterGraph(body.outputs, noise);
  return { ...node, attributes: { ...node.attributes, body: { inputs: body.inputs, outputs } } };
}

function arrayOf(dtype: DType, size: number, number: () => number) {
  const list = Array.from({ length: size }, number);
  return dtype === "float32" ? Float32Array.from(list) : Float64Array.from(list);
}
