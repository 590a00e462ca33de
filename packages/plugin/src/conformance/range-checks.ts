import { constant, type DType, evaluate, gradient, isFloat, type Tensor, type Value } from "@neurite/tensor";
import { applyLayer, type LayerSubject, resultsOf, sourcesOf, typesOf } from "./applied";
import type { Check } from "./finding";
import { constantValue, firstApart, sampleValue } from "./sample-values";

/** Where results are looked at, each with numbers near it. */
const places: readonly (readonly [number, readonly number[]])[] = [
  [0, [-1e-3, 1e-3]],
  [1e4, [9e3]],
  [-1e4, [-9e3]],
];

/**
 * The checks of what happens at the edges of what an input may be.
 *
 * `range`: at 0 and ±1e4 neither results nor gradients are NaN, nor infinite where they are finite nearby (e^x may overflow, 1/x at 0 may
 * not). `infinity` and `NaN`: where every input is ±Infinity, a result is its limit or not finite; where every input is NaN, it is not finite.
 * Any other number would hide a broken value from the guard of a training, and from the search for the layer that made it.
 */
export function rangeChecks(subject: LayerSubject): readonly Check[] {
  return [
    {
      name: "range",
      run: () => {
        const faults = (["float32", "float64"] as const).flatMap((dtype) =>
          [false, true].flatMap((training) =>
            places.flatMap(([number, near]) => {
              const [results, gradients] = numbersAt(subject, number, dtype, training);
              const around = near.map((other) => numbersAt(subject, other, dtype, training));
              return [
                ...edgeFaults(
                  "result",
                  number,
                  results,
                  around.map(([r]) => r),
                ),
                ...edgeFaults(
                  "gradient",
                  number,
                  gradients,
                  around.map(([, g]) => g),
                ),
              ];
            }),
          ),
        );
        return [...new Set(faults)]; // dtypes and modes mostly share their faults
      },
    },
    {
      name: "infinity",
      run: () => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].flatMap((n) => limitFaults(subject, n)),
    },
    { name: "NaN", run: () => hiddenFaults(subject) },
  ];
}

/** All results and all gradients where every input is one number. */
function numbersAt(subject: LayerSubject, number: number, dtype: DType, training: boolean) {
  const types = typesOf(subject, dtype);
  const given = types.map((type) => constantValue(type, number));
  const applied = applyLayer(subject.make(), types, { dtype, training, given });
  const results = resultsOf(applied);
  const sources = sourcesOf(applied);
  const floats = [...applied.trace.outputs.filter((t) => isFloat(t.dtype)), ...applied.trace.penalties];
  const scalar = floats
    .map((t, i) => t.mul(constant(sampleValue(`factor ${i}`, t))).sum())
    .reduce<Tensor | undefined>((a, b) => a?.add(b) ?? b, undefined);
  const slopes = scalar && sources.length > 0 ? gradient(scalar, sources) : [];
  const values = evaluate([...results, ...slopes], applied.values) as readonly Value[];
  const flat = (list: readonly Value[]) => list.flatMap(({ data }) => Array.from<number>(data));
  return [flat(values.slice(0, results.length)), flat(values.slice(results.length))] as const;
}

function edgeFaults(
  what: string,
  number: number,
  numbers: readonly number[],
  around: readonly (readonly number[])[],
): readonly string[] {
  if (numbers.some(Number.isNaN)) {
    return [
      `where the input is ${number} everywhere, a ${what} is NaN. Bound what goes into log, sqrt, pow and division.`,
    ];
  }
  const infinite = numbers.some((n) => !Number.isFinite(n));
  if (!infinite || around.some((near) => near.some((n) => !Number.isFinite(n)))) return [];
  return [
    `where the input is ${number} everywhere, a ${what} is infinite, though it is finite nearby. Keep the division from 0.`,
  ];
}

/** The float outputs while predicting, where every input is one number; none where nothing that goes in is a float. */
function outputsAt(subject: LayerSubject, number: number): readonly (readonly number[])[] {
  const types = typesOf(subject, "float64");
  if (!types.some(({ dtype }) => isFloat(dtype))) return [];
  const given = types.map((type) => constantValue(type, number));
  const applied = applyLayer(subject.make(), types, { dtype: "float64", training: false, given });
  const outputs = applied.trace.outputs.filter((t) => isFloat(t.dtype));
  return (evaluate(outputs, applied.values) as readonly Value[]).map(({ data }) => Array.from<number>(data));
}

/** Where a result at infinity is a number that it does not come near to far out. */
function limitFaults(subject: LayerSubject, infinity: number): readonly string[] {
  const results = outputsAt(subject, infinity).flat();
  const numbers = [1e30, 1e60].map((size) => Math.sign(infinity) * size);
  const [far, farther] = numbers.map((number) => outputsAt(subject, number).flat());
  const isLimit = (n: number, i: number): boolean => {
    const [before, after] = [far?.[i] ?? Number.NaN, farther?.[i] ?? Number.NaN];
    // a limit is reached, or at least come nearer to, as 1 / log x does
    return firstApart([after], [n], 1e-6) < 0 || Math.abs(after - n) < Math.abs(before - n);
  };
  const at = results.findIndex((n, i) => Number.isFinite(n) && !isLimit(n, i));
  if (at < 0) return [];
  return [
    `where the input is ${infinity} everywhere, the result is ${results[at]}, but ${farther?.[at]} where it is ${numbers[1]}: a broken value would be hidden. Give the limit, or let it be infinite or NaN.`,
  ];
}

function hiddenFaults(subject: LayerSubject): readonly string[] {
  const values = outputsAt(subject, Number.NaN);
  const hidden = values.length > 0 && values.every((data) => data.every(Number.isFinite));
  return hidden
    ? [
        `where the input is NaN everywhere, the result is ${values[0]?.[0]}: a broken value would be hidden. Choose with where so that NaN takes the branch of the input.`,
      ]
    : [];
}
