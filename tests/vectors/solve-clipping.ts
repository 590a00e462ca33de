// PyTorch's clipping of gradients as neurite's.
import { type Backend, input, type Tensor } from "@neurite/tensor";
import { clipByGlobalNorm, clipByValue } from "neurite";
import { misses } from "./compare";
import { mapped } from "./made";
import { asValue, type Case, numbersOf, type Vector } from "./read-vector";
import { type Taken, takeConfig } from "./take-config";

const table: Readonly<Record<string, (config: Taken) => ReturnType<typeof clipByValue>>> = {
  clip_grad_norm: (config) => clipByGlobalNorm(config.number("max_norm") ?? Number.NaN),
  clip_grad_value: (config) => clipByValue(config.number("clip_value") ?? Number.NaN),
};

/** What is not as the file says; the norm that PyTorch returns is not looked at, since it is no result of a step. */
export function clippingMisses(
  vector: Vector,
  one: Case,
  dtype: "float32" | "float64",
  backend: Backend,
): readonly string[] {
  const config = takeConfig(vector, one);
  const clipping = mapped(table, vector.id.replace("util/", ""))(config);
  config.end();
  const given = Object.entries(one.inputs ?? {}).map(([name, numbers]) => [name, asValue(numbers, dtype)] as const);
  const symbols = given.map(([name, value]) => input(name, value));
  const clipped = clipping.apply(symbols);
  const named = (list: readonly Tensor[]) => Object.fromEntries(given.map(([name], i) => [name, list[i] as Tensor]));
  const entry = { inputs: named(symbols), outputs: named(clipped), updates: {} };
  const got = backend.compile({ state: {}, entries: { clip: entry } }).run("clip", Object.fromEntries(given));
  return given.flatMap(([name]) =>
    misses(name, got[name]?.data ?? [], numbersOf(one.outputs?.[name] as never), vector.tolerance[dtype]),
  );
}
