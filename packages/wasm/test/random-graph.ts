import { constant, type DType, input, type Shape, scan, sizeOf, type Tensor, type Value } from "@neurite/tensor";
import fc from "fast-check";
import { createPool, drawFrom, fit, type Pool, tame } from "./pool";
import { arrangingSteps, elementSteps, gatheringSteps, gradientSteps, type Step, sourceSteps } from "./random-steps";

/** A loop whose body is a small random graph, perhaps with a loop in it. */
const loop: Step = (pool) => {
  const { draw, loops } = pool;
  const carries = Array.from({ length: 1 + draw.below(2) }, () => pool.pick());
  const [first, ...others] = Array.from({ length: draw.below(3) }, () => pool.pick()).filter((t) => t.shape.length > 0);
  const length = first?.shape[0] ?? draw.below(5);
  const sequences = first ? [first, ...others.map((t) => fit(t, [length, ...t.shape.slice(1)], draw))] : [];
  const scanned = scan(
    carries,
    sequences,
    (held: readonly Tensor[], slices: readonly Tensor[], step: Tensor) => {
      const inner = createPool([...pool.made.slice(0, 6), ...held, ...slices, step], draw, loops - 1);
      for (let count = 1 + draw.below(6); count > 0; count--) grow(inner, nameIn(inner, draw.below(1000)));
      const next = held.map((t) => tame(fit(inner.pick(t.dtype), t.shape, draw), draw));
      return { carries: next, outputs: inner.made.slice(-2) };
    },
    { length, reverse: draw.below(2) === 1 },
  );
  const results: Tensor[] = [...scanned.carries, ...scanned.outputs];
  const last = results.splice(draw.below(results.length), 1)[0] as Tensor;
  for (const t of results) keep(pool, t);
  return last;
};

const steps: Readonly<Record<string, Step>> = {
  ...elementSteps,
  ...gatheringSteps,
  ...arrangingSteps,
  ...sourceSteps,
  ...gradientSteps,
  loop,
};
const names = [
  ...Object.keys(steps),
  ...[
    "gradient",
    "gradientOfFirst",
    "loop",
    "matmul",
    "dense",
    "center",
    "sum",
    "max",
    "softmax",
    "where",
    "add",
    "mul",
    "rows",
    "rows",
  ],
];

function nameIn({ loops }: Pool, n: number): string {
  const name = names[n % names.length] as string;
  return name === "loop" && loops <= 0 ? "add" : name;
}

/** Puts one step's result into the pool. */
function grow(pool: Pool, name: string): void {
  keep(pool, (steps[name] as Step)(pool));
}

/** What gets large is cut down, so that many runs take little time. */
function keep({ made, draw }: Pool, t: Tensor): void {
  const large = sizeOf(t.shape) > 600;
  made.push(large ? (t.dtype === "bool" ? fit(t, [5, 7], draw) : t.sum(0)) : t);
  if (large && sizeOf(made[made.length - 1]?.shape ?? []) > 600) made.push(fit(made.pop() as Tensor, [9, 12], draw));
}

/** The choices of a graph: which steps, and what they choose. */
export const choices = (most: number) =>
  fc.array(fc.tuple(fc.nat(names.length - 1), fc.array(fc.nat(9999), { minLength: 4, maxLength: 12 })), {
    minLength: 1,
    maxLength: most,
  });

export type Choices = readonly (readonly [number, readonly number[]])[];

/** Adds steps to the tensors that there are, and gives all of them. */
export function graphFrom(sources: readonly Tensor[], chosen: Choices): readonly Tensor[] {
  const made = [...sources, constant([0.5, -0, 1]), constant([1, 0, -2, 5], "int32")];
  for (const [at, numbers] of chosen) {
    const pool = createPool(made, drawFrom(numbers), 2);
    grow(pool, nameIn(pool, at));
  }
  return made;
}

const sides = [1, 2, 3, 4, 5, 7, 8, 0, 1, 12, 17];
const shape: fc.Arbitrary<Shape> = fc
  .array(fc.constantFrom(...sides), { maxLength: 4 })
  .map((list) => list.map((side, i) => (i > 1 ? Math.min(side, 5) : side)));

const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-45, -3e-39, 1e-30, 1e6, -0, 0];

/** Numbers of a dtype: small whole and broken ones; where it is wild, also infinities, NaN and numbers near 0. */
export function numbersOf(dtype: DType, size: number, seed: number, wild: boolean): readonly number[] {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: size }, () => {
    const kind = next();
    if (dtype === "bool") return kind < 0.5 ? 1 : 0;
    if (dtype === "int32") return wild && kind < 0.1 ? (kind * 10 * 2 ** 32) | 0 : Math.floor(next() * 9) - 4;
    if (wild && kind < 0.04) return odd[Math.floor(next() * odd.length)] as number;
    return kind < 0.3 ? Math.floor(next() * 7) - 3 : next() * 4 - 2;
  });
}

/** A value of a type. */
export function randomValue({ shape, dtype }: { shape: Shape; dtype: DType }, seed: number, wild: boolean): Value {
  const kinds = { float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Uint8Array };
  return { shape, dtype, data: kinds[dtype].from(numbersOf(dtype, sizeOf(shape), seed, wild)) };
}

/** Graph inputs of random types. */
export const inputs = (name: string, most: number): fc.Arbitrary<readonly Tensor[]> =>
  fc
    .array(fc.record({ shape, dtype: fc.constantFrom<DType>("float32", "float32", "float64", "int32", "bool") }), {
      minLength: 1,
      maxLength: most,
    })
    .map((types) => types.map((type, i) => input(`${name}${i}`, type)));
