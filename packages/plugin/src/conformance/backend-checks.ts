import { type Backend, type DType, gradient, type Tensor, type Type, type Value } from "@neurite/tensor";
import { applyLayer, type LayerSubject, resultsOf, typesOf } from "./applied";
import type { Check } from "./finding";
import { differentiable } from "./gradient-checks";
import type { Harness } from "./harness";
import { constantValue, firstApart } from "./sample-values";

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

/** Results and gradients of a layer, predicting and training, for given inputs or for samples. */
export function layerQuestions(subject: LayerSubject, dtype: DType, given?: readonly Value[]): readonly Question[] {
  return [false, true].map((training) => {
    const options = { dtype, training, ...(given && { given }) };
    const applied = applyLayer(subject.make(), given ?? typesOf(subject, dtype), options);
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

/** Numbers at which backends must agree too, one to a row: where a function ends, overflows or breaks. */
const edges = [0, 1e4, -1e4, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];

/** Results and gradients of an activation at the edges; a layer, which adds numbers up, is not asked there. */
export function edgeQuestions(subject: LayerSubject, dtype: DType): readonly Question[] {
  const given = typesOf(subject, dtype, edges.length).map((type) => edgeRows(type));
  return layerQuestions(subject, dtype, given).map((question) => ({
    ...question,
    where: `${question.where} at ${edges.join(", ")}`,
  }));
}

function edgeRows(type: Type): Value {
  const value = constantValue(type, 0);
  const width = value.data.length / edges.length;
  value.data.forEach((_, i) => {
    value.data[i] = edges[Math.floor(i / width)] as number;
  });
  return value;
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
