import {
  constant,
  deriveKey,
  evaluate,
  gradient,
  type Shape,
  sizeOf,
  type Tensor,
  type Value,
  value,
} from "@neurite/tensor";
import type { Initializer } from "../scope";
import type { Loss, Metric, Optimizer } from "../training";
import type { Check } from "./finding";
import { sampleKey, sampleValue } from "./sample-values";

/** The checks of an initializer: the right count of finite numbers, decided by the key alone. */
export function initializerChecks(make: () => Initializer): readonly Check[] {
  const draw = (shape: Shape, key: string) => make().sample(shape, deriveKey(sampleKey("initializer"), key));
  return [
    {
      name: "sample",
      run: () =>
        [[], [4], [3, 5], [0, 2]].flatMap((shape) => {
          const numbers = draw(shape, "one");
          if (numbers.length !== sizeOf(shape))
            return [`for the shape [${shape.join(", ")}] it gives ${numbers.length} numbers.`];
          return numbers.every(Number.isFinite)
            ? []
            : [`for the shape [${shape.join(", ")}] a number is NaN or infinite.`];
        }),
    },
    {
      name: "seeded randomness",
      run: () => {
        const [once, again] = [draw([50], "one"), draw([50], "one")];
        return once.join() === again.join()
          ? []
          : ["the same key gave two different samples. Draw with uniformAt from the key only."];
      },
    },
  ];
}

/** The checks of a loss: one finite number a row, and a gradient that agrees with differences. */
export function lossChecks(
  make: () => Loss,
  sample: { readonly prediction: Value; readonly target: Value },
): readonly Check[] {
  const { prediction, target } = sample;
  const rows = prediction.shape[0] ?? 0;
  const perRow = (given: Value) => evaluate([make().apply(constant(given), constant(target))])[0];
  return [
    {
      name: "one number a row",
      run: () => {
        const { shape, data } = perRow(prediction);
        if (shape.length !== 1 || shape[0] !== rows)
          return [`${rows} rows gave the shape [${shape.join(", ")}]. Take the mean over all axes but the first.`];
        return data.every((n: number) => Number.isFinite(n)) ? [] : ["a row's loss is NaN or infinite."];
      },
    },
    {
      name: "gradient",
      run: () => {
        const p = constant(prediction);
        const [slopes] = evaluate(gradient(make().apply(p, constant(target)).sum(), [p]));
        const total = (given: Value) => [...perRow(given).data].reduce((a, b) => a + b, 0);
        return [...prediction.data].flatMap((_, i) => {
          const [left, right] = [-1e-5, 1e-5].map((by) => {
            const data = prediction.data.slice();
            data[i] = (data[i] as number) + by;
            return total({ ...prediction, data });
          }) as [number, number];
          const slope = (right - left) / 2e-5;
          const got = slopes?.data[i] ?? Number.NaN;
          return Math.abs(got - slope) <= 1e-4 * Math.max(1, Math.abs(slope))
            ? []
            : [`the gradient at prediction ${i} should be ${slope} by differences, got ${got}.`];
        });
      },
    },
  ];
}

/** The checks of an optimizer: it keeps its state's types and lowers Σ w² within 50 steps. */
export function optimizerChecks(make: () => Optimizer): readonly Check[] {
  const descend = (steps: number): readonly Value[] => {
    const optimizer = make();
    let w: Value = value(Float64Array.of(1, -2, 3));
    let state = new Map<string, Value>();
    for (const [slot, type] of Object.entries(optimizer.state(w)))
      state.set(slot, { ...type, data: new Float64Array(sizeOf(type.shape)) });
    for (let step = 0; step < steps; step++) {
      const parameter = constant(w);
      const next = optimizer.update({
        parameter,
        gradient: parameter.mul(2),
        state: Object.fromEntries([...state].map(([slot, held]) => [slot, constant(held)])),
        learningRate: constant(Float64Array.of(0.05), "float64", []),
        step: constant(Float64Array.of(step), "float64", []),
        decay: true,
      });
      const slots = Object.keys(next.state);
      const results = evaluate([next.parameter, ...slots.map((slot) => next.state[slot] as Tensor)]);
      w = results[0] as Value;
      state = new Map(slots.map((slot, i) => [slot, results[i + 1] as Value]));
    }
    return [w, ...state.values()];
  };
  const size = (w: Value | undefined) => (w ? [...w.data].reduce((sum, n) => sum + n * n, 0) : Number.NaN);
  return [
    {
      name: "descent",
      run: () => {
        const end = size(descend(50)[0]);
        return end < 14 ? [] : [`after 50 steps Σ w² should be below its start of 14, got ${end}.`]; // 1 + 4 + 9
      },
    },
    {
      name: "determinism",
      run: () => {
        const [once, again] = [descend(5), descend(5)].map((values) => values.map(({ data }) => data.join()).join());
        return once === again ? [] : ["the same steps gave two different results."];
      },
    },
  ];
}

/** The checks of a metric: a number or null, never NaN, also at the edges. */
export function metricChecks(make: () => Metric): readonly Check[] {
  const ones = (rows: number) => value(new Float32Array(rows).fill(1), { shape: [rows, 1] });
  const cases: readonly (readonly [string, Value, Value])[] = [
    ["no rows", ones(0), ones(0)],
    ["one row", ones(1), ones(1)],
    ["a constant target", sampleValue("prediction", ones(4)), ones(4)],
    ["a perfect prediction", ones(4), ones(4)],
  ];
  return [
    {
      name: "never NaN",
      run: () =>
        cases.flatMap(([what, prediction, target]) => {
          const score = make().compute(prediction, target);
          return score === null || Number.isFinite(score)
            ? []
            : [`for ${what} it should be a number or null, got ${score}.`];
        }),
    },
  ];
}
