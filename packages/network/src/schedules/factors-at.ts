import type { Schedule } from "@neurite/plugin";
import { type Backend, input, interpreter, value } from "@neurite/tensor";
import { wasm } from "@neurite/wasm";

/** For tests: the factors at some steps, as a backend computes them. */
export function factorsAt(schedule: Schedule, steps: readonly number[], backend: Backend = interpreter): number[] {
  const step = input("step", { shape: [], dtype: "float64" });
  const entry = { inputs: { step }, outputs: { factor: schedule.apply(step) }, updates: {} };
  const compiled = backend.compile({ state: {}, entries: { factor: entry } });
  return steps.map((n) => compiled.run("factor", { step: value(n, { dtype: "float64" }) }).factor?.data[0] as number);
}

/** For tests: the factors of a training of so many steps. */
export const courseOf = (schedule: Schedule, steps: number): number[] =>
  factorsAt(
    schedule,
    Array.from({ length: steps }, (_, step) => step),
  );

/** For tests: whoever computes them, the factors are the same at the steps that matter. */
export const backends: readonly (readonly [string, Backend])[] = [
  ["the interpreter", interpreter],
  ["the compiled engine", wasm],
];

/** For tests: the largest difference between two courses; infinite where one is longer. */
export function apart(got: readonly number[], expected: readonly number[]): number {
  if (got.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...got.map((factor, i) => Math.abs(factor - (expected[i] as number))));
}
