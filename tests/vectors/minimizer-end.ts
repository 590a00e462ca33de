// Minimizers find their own steps, which differ from one implementation to the next: the loss at the end is what counts.
import { misses } from "./compare";
import { type Case, numbersOf, type Vector } from "./read-vector";
import { optimizerOf } from "./torch-optimizer";

/** How near the loss has to come: the file says so in words. */
const near = { rtol: 0, atol: 1e-8 };

/** What is not as the file says: `Σ d p² / 2 - Σ p` has to be as small at the end. */
export function minimizerMisses(vector: Vector, one: Case): readonly string[] {
  const { optimizer } = optimizerOf(vector, one);
  if (optimizer.mode !== "full") throw new Error(`${vector.id}: it is no minimizer.`);
  const curvature = /d=\[([\d.,]+)\]/.exec(one.name)?.[1]?.split(",").map(Number);
  const [start, last] = [one.params?.p, one.steps?.at(-1)?.loss_after];
  if (!curvature || !start || last === undefined) throw new Error(`${vector.id}: the objective has no mapping.`);
  const objective = (point: Float64Array) => {
    const slope = (p: number, i: number) => (curvature[i] ?? 0) * p - 1;
    return {
      loss: point.reduce((sum, p, i) => sum + ((curvature[i] ?? 0) * p * p) / 2 - p, 0),
      gradient: point.map(slope),
    };
  };
  let loss = Number.NaN;
  for (const step of optimizer.steps(objective, Float64Array.from(numbersOf(start)), undefined)) loss = step.loss;
  return misses("loss", [loss], [last], near);
}
