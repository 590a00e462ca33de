import { constant, evaluate, gradient, isFloat, permutation, type Tensor, type Value } from "@neurite/tensor";
import { type Applied, applyLayer, type LayerSubject, sourcesOf, typesOf } from "./applied";
import type { Check } from "./finding";
import { sampleKey, sampleValue } from "./sample-values";

const step = 1e-5;
const tolerance = 1e-5;
const pointsPerSource = 8;

/** An expression in float64 that gradients are taken of, with values for its inputs. */
export interface Differentiable {
  readonly scalar: Tensor;
  readonly sources: readonly Tensor[];
  readonly values: ReadonlyMap<Tensor, Value>;
  /** Whether it may be made of flat pieces, as the gradient of relu is. */
  readonly bent?: boolean;
}

/** One number out of what a layer gives: with different factors for all elements, so that a gradient that mixes them up shows. */
export function differentiable(applied: Applied): Differentiable | undefined {
  const outputs = applied.trace.outputs.filter((t) => isFloat(t.dtype));
  const sources = sourcesOf(applied);
  if (outputs.length === 0 || sources.length === 0) return undefined;
  return {
    scalar: [...outputs.map(weighted), ...applied.trace.penalties].reduce(sum),
    sources,
    values: applied.values,
  };
}

const sum = (a: Tensor, b: Tensor) => a.add(b);
const weighted = (t: Tensor, i: number) => t.mul(constant(sampleValue(`factor ${i}`, t))).sum();

/** The checks of gradients by differences in float64, of first and second order, while predicting and while training. */
export function gradientChecks(subject: LayerSubject): readonly Check[] {
  const modes = [false, true].map((training) => () => {
    const layer = subject.make();
    return differentiable(applyLayer(layer, typesOf(subject, "float64"), { dtype: "float64", training }));
  });
  const inEachMode = (faults: (of: Differentiable) => readonly string[]) => {
    const [predicting = [], training = []] = modes.map((make) => {
      const of = make();
      return of ? faults(of) : [];
    });
    // what is wrong in both modes is told once
    return predicting.length > 0 ? predicting : training.map((message) => `While training: ${message}`);
  };
  return [
    { name: "gradient", run: () => inEachMode(gradientFaults) },
    { name: "second order", run: () => inEachMode((of) => gradientFaults(slopesOf(of))) },
  ];
}

/** The gradient as an expression of its own, made one number. */
export function slopesOf({ scalar, sources, values }: Differentiable): Differentiable {
  return { scalar: gradient(scalar, sources).map(weighted).reduce(sum), sources, values, bent: true };
}

/**
 * Compares a gradient with central differences, at some numbers of each source.
 *
 * A number at which the differences to the left and to the right disagree stands at a kink and is left out; that most do is a fault of its
 * own, as is a source whose gradient is 0 everywhere although the result depends on it.
 */
export function gradientFaults({ scalar, sources, values, bent = false }: Differentiable): readonly string[] {
  const gradients = evaluate(gradient(scalar, sources), values);
  const at = (source: Tensor, value: Value): number =>
    evaluate([scalar], new Map([...values, [source, value]]))[0].data[0] ?? Number.NaN;

  const faults: string[] = [];
  let looked = 0;
  let kinks = 0;
  sources.forEach((source, s) => {
    const name = nameOf(source);
    const value = values.get(source) as Value;
    const slopes = gradients[s]?.data ?? [];
    const centre = at(source, value);
    const points = permutation(sampleKey(`points ${name}`), value.data.length).subarray(0, pointsPerSource);
    for (const i of points) {
      const left = at(source, moved(value, i, -step));
      const right = at(source, moved(value, i, step));
      const slope = (right - left) / (2 * step);
      const size = Math.max(1, Math.abs(slope));
      looked++;
      if (!Number.isFinite(slope)) {
        faults.push(`near ${value.data[i]} (number ${i} of "${name}") it gives NaN or Infinity.`);
        continue;
      }
      if (Math.abs(right - 2 * centre + left) / step > 0.01 * size) {
        kinks++;
        continue;
      }
      const got = slopes[i] ?? Number.NaN;
      if (Math.abs(got - slope) <= tolerance * size) continue;
      faults.push(
        `at ${value.data[i]} (number ${i} of "${name}") the gradient should be ${slope.toPrecision(6)} by differences, got ${got}. Look for stopGradient or cast on the way.`,
      );
    }
    const other = at(source, sampleValue(`elsewhere ${name}`, source));
    if (!bent && slopes.every((slope) => slope === 0) && Number.isFinite(other) && other !== centre) {
      faults.push(
        `the gradient of "${name}" is 0 everywhere, although the result depends on it, so it cannot be learnt. Look for floor, sign, less or cast on the way.`,
      );
    }
  });
  if (kinks > looked / 2) {
    faults.push(
      `${kinks} of ${looked} points stand at kinks or jumps, where there is no gradient. Use a smoother expression.`,
    );
  }
  return faults.length > 3 ? [...faults.slice(0, 3), `(and ${faults.length - 3} more)`] : faults;
}

function nameOf({ node }: Tensor): string {
  return node.op === "input" ? node.attributes.name : node.op;
}

function moved(value: Value, index: number, by: number): Value {
  const data = value.data.slice();
  data[index] = (data[index] as number) + by;
  return { ...value, data };
}
