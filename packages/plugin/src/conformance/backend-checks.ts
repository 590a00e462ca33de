import { type Backend, type DType, gradient, type Tensor, type Value } from "@neurite/tensor";
import { applyLayer, type LayerSubject, resultsOf, typesOf } from "./applied";
import type { Check } from "./finding";
import { differentiable } from "./gradient-checks";
import type { Harness } from "./harness";
import { firstApart } from "./sample-values";

/** What backends are asked for: named tensors, and the values of the symbols that they come from. */
export interface Question {
  /** Where it is asked, such as "training". */
  readonly where: string;
  readonly values: ReadonlyMap<Tensor, Value>;
  readonly results: readonly (readonly [name: string, result: Tensor])[];
}

const tolerances = { float32: 1e-4, float64: 1e-9 } as const;

/** The checks that all backends give what the first one gives, within rounding. */
export function backendChecks(
  questions: (dtype: keyof typeof tolerances) => readonly Question[],
  { backends }: Pick<Harness, "backends">,
): readonly Check[] {
  const [measure, ...others] = backends;
  if (!measure) return [];
  return others.map((backend) => ({
    name: `parity of ${backend.name}`,
    run: () => {
      for (const dtype of ["float32", "float64"] as const) {
        for (const question of questions(dtype)) {
          const [want, got] = [answersOf(measure, question), answersOf(backend, question)];
          for (const [name, { data }] of Object.entries(want)) {
            const other = got[name]?.data ?? [];
            const at = firstApart(data, other, tolerances[dtype]);
            if (at < 0) continue;
            return [
              `${question.where} in ${dtype}, number ${at} of ${name} is ${data[at]} on ${measure.name} and ${other[at]} on ${backend.name}.`,
            ];
          }
        }
      }
      return [];
    },
  }));
}

/** Results and gradients of a layer, predicting and training. */
export function layerQuestions(subject: LayerSubject, dtype: DType): readonly Question[] {
  return [false, true].map((training) => {
    const applied = applyLayer(subject.make(), typesOf(subject, dtype), { dtype, training });
    const of = differentiable(applied);
    const slopes = of ? gradient(of.scalar, of.sources) : [];
    return {
      where: training ? "training" : "predicting",
      values: applied.values,
      results: [
        ...resultsOf(applied).map((t, i) => [`result ${i}`, t] as const),
        ...slopes.map((t, i) => [`gradient ${i}`, t] as const),
      ],
    };
  });
}

function answersOf(backend: Backend, { values, results }: Question): Readonly<Record<string, Value>> {
  const named = [...values].map(([tensor, value], i) => [`value ${i}`, tensor, value] as const);
  const entry = {
    inputs: Object.fromEntries(named.map(([name, tensor]) => [name, tensor])),
    outputs: Object.fromEntries(results),
    updates: {},
  };
  const given = Object.fromEntries(named.map(([name, , value]) => [name, value]));
  return backend.compile({ state: {}, entries: { run: entry } }).run("run", given);
}
