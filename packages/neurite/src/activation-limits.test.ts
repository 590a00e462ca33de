// The conformance checks compare interpreter and engine on numbers near 0; here they are compared where activations have their limits.
import { createRegistry, type Layer, trace } from "@neurite/plugin";
import {
  type Backend,
  constant,
  type DType,
  filled,
  gradient,
  input,
  interpreter,
  keyTensor,
  seedKey,
} from "@neurite/tensor";
import { wasm } from "@neurite/wasm";
import { describe, expect, it } from "vitest";
import { builtins } from "./builtins";

const registry = createRegistry({ plugins: [builtins] });
const inf = Number.POSITIVE_INFINITY;
const sizes = [0, 1e-40, 1e-20, 1e-3, 1, 3, 6, 30, 88, 100, 1000, 1e9, 1e19, 8e37];
const numbers = [...sizes.flatMap((x) => [x, -x]), inf, -inf, Number.NaN];
const rows = numbers.flatMap((x) => [x, 0.3, -0.7, 0.2, 0.3, -0.7, 0.2, x]);
const tolerances = { float32: 2e-6, float64: 1e-14 } as const;

type Kind = ReturnType<typeof registry.kinds<"activation">>[number];

/** Values and gradients for all rows. */
function answersOf(backend: Backend, kind: Kind, dtype: DType, training: boolean): readonly number[] {
  const activation = registry.make("activation", kind, kind === "formula" ? "x * sigmoid(x)" : undefined);
  const layer: Layer = { kind: "test", apply: ([given], scope) => scope.activate("a", activation, given) };
  const x = input("x", { shape: [rows.length / 4, 4], dtype });
  const options = { training, dtype, ...(training && { key: keyTensor(seedKey(1)) }) };
  const started = [...trace(layer, [x], options).parameters].map(([path, { spec, tensor }]) => {
    const start = spec.initializer.sample(tensor.shape, seedKey(1));
    return [path, constant(filled(tensor, start))] as const;
  });
  const [y] = trace(layer, [x], { ...options, tensors: new Map(started) }).outputs;
  const weights = constant([1, 1.25, 1.5, 1.75].slice(0, y?.shape.at(-1)), dtype);
  const [slopes] = gradient((y ?? x).mul(weights).sum(), [x]);
  const entry = { inputs: { x }, outputs: { y: y ?? x, slopes }, updates: {} };
  const given = { x: filled(x, rows) };
  const answer = backend.compile({ state: {}, entries: { run: entry } }).run("run", given);
  return [...(answer.y?.data ?? []), ...(answer.slopes?.data ?? [])];
}

const cases = registry
  .kinds("activation")
  .flatMap((kind) =>
    (["float32", "float64"] as const).flatMap((dtype) =>
      [false, true].map((training) => [kind, dtype, training] as const),
    ),
  );

describe("every activation at ±Infinity, at NaN and far out", () => {
  it.each(cases)("is on the engine what it is on the interpreter: %s in %s, training %s", (kind, dtype, training) => {
    const want = answersOf(interpreter, kind, dtype, training);
    const got = answersOf(wasm, kind, dtype, training);
    expect(want.length).toBeGreaterThan(rows.length);
    const apart = want.flatMap((n, i) => {
      const other = got[i] ?? 0;
      const near = Math.abs(n - other) <= tolerances[dtype] * Math.max(1, Math.abs(n));
      return near || n === other || Object.is(n, other) ? [] : [`${i}: ${n} and ${other}`];
    });
    expect(apart).toEqual([]);
  });
});
