import { type Backend, type DType, gradient, type Tensor, type Value } from "@neurite/tensor";
import { applyLayer, type LayerSubject, resultsOf, typesOf } from "./applied";
import type { Check } from "./finding";
import { differentiable } from "./gradient-checks";
import type { Harness } from "./harness";
import { firstApart } from "./sample-values";

/** The checks that all backends give what the first one gives, within rounding: results and gradients, predicting and training. */
export function backendChecks(subject: LayerSubject, { backends }: Pick<Harness, "backends">): readonly Check[] {
  const [measure, ...others] = backends;
  if (!measure) return [];
  return others.map((backend) => ({
    name: `parity of ${backend.name}`,
    run: () => {
      for (const [dtype, tolerance] of [
        ["float32", 1e-4],
        ["float64", 1e-9],
      ] as const) {
        for (const training of [false, true]) {
          const [want, got] = [measure, backend].map((on) => answersOf(on, subject, dtype, training)) as [
            Answers,
            Answers,
          ];
          for (const [name, { data }] of Object.entries(want)) {
            const other = got[name]?.data ?? [];
            const at = firstApart(data, other, tolerance);
            if (at < 0) continue;
            const mode = training ? "training" : "predicting";
            return [
              `${mode} in ${dtype}, number ${at} of ${name} is ${data[at]} on ${measure.name} and ${other[at]} on ${backend.name}.`,
            ];
          }
        }
      }
      return [];
    },
  }));
}

type Answers = Readonly<Record<string, Value>>;

function answersOf(backend: Backend, subject: LayerSubject, dtype: DType, training: boolean): Answers {
  const applied = applyLayer(subject.make(), typesOf(subject, dtype), { dtype, training });
  const named = [...applied.values].map(([tensor, value], i) => [`value ${i}`, tensor, value] as const);
  const of = differentiable(applied);
  const slopes = of ? gradient(of.scalar, of.sources) : [];
  const outputs: readonly (readonly [string, Tensor])[] = [
    ...resultsOf(applied).map((t, i) => [`result ${i}`, t] as const),
    ...slopes.map((t, i) => [`gradient ${i}`, t] as const),
  ];
  const entry = {
    inputs: Object.fromEntries(named.map(([name, tensor]) => [name, tensor])),
    outputs: Object.fromEntries(outputs),
    updates: {},
  };
  const given = Object.fromEntries(named.map(([name, , value]) => [name, value]));
  return backend.compile({ state: {}, entries: { run: entry } }).run("run", given);
}
