import { constant, evaluate, gradient, isFloat, type Tensor, type Value } from "@neurite/tensor";
import type { Applied } from "./applied";
import { sampleValue } from "./sample-values";

const step = 1e-5;
const tolerance = 1e-6;

/**
 * Compares gradients with central differences in float64, at each number of each input and parameter.
 *
 * A number at which the differences from the left and from the right disagree stands at a kink and is left out; if most do, that is a finding.
 */
export function gradientFaults(kind: string, { trace, values }: Applied): readonly string[] {
  const outputs = trace.outputs.filter((t) => isFloat(t.dtype));
  // different factors for the elements, so that a gradient that mixes them up shows
  const weighted = outputs.map((t, i) => t.mul(constant(sampleValue(`factor ${i}`, t))).sum());
  const scalar = [...weighted, ...trace.penalties].reduce((a, b) => a.add(b));
  const sources = [...values.keys()].filter((t) => isFloat(t.dtype));
  const gradients = evaluate(gradient(scalar, sources), values);
  const at = (changed: Tensor, value: Value): number =>
    evaluate([scalar], new Map([...values, [changed, value]]))[0].data[0] ?? Number.NaN;

  const faults: string[] = [];
  let looked = 0;
  let kinks = 0;
  sources.forEach((source, s) => {
    const value = values.get(source) as Value;
    const centre = at(source, value);
    for (let i = 0; i < Math.min(value.data.length, 8); i++) {
      const [left, right] = [-step, step].map((by) => at(source, moved(value, i, by))) as [number, number];
      const slope = (right - left) / (2 * step);
      const bend = Math.abs(right - 2 * centre + left) / step;
      looked++;
      if (bend > 0.01 * Math.max(1, Math.abs(slope))) {
        kinks++;
        continue;
      }
      const got = gradients[s]?.data[i] ?? Number.NaN;
      if (!(Math.abs(got - slope) <= tolerance * Math.max(1, Math.abs(slope)) * 10)) {
        faults.push(
          `${kind}: the gradient at number ${i} of ${source} should be ${slope} by differences, got ${got}. Look for stopGradient, floor or sign on the way.`,
        );
      }
    }
  });
  if (looked > 0 && kinks > looked / 2) faults.push(`${kind}: ${kinks} of ${looked} points stand at kinks or jumps.`);
  return faults.slice(0, 3);
}

function moved(value: Value, index: number, by: number): Value {
  const data = value.data.slice();
  data[index] = (data[index] as number) + by;
  return { ...value, data };
}
