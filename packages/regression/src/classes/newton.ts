// Newton's method with step halving for a smooth convex loss.
import { dot } from "../linear-algebra/conjugate-gradient";

/** A loss at one point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** What Newton's method needs to know of a loss. */
export interface ConvexLoss<E extends Evaluation> {
  readonly size: number;
  evaluate(point: Float64Array): E;
  /** Solves H d = -gradient; undefined where the Hessian is singular to working precision. */
  direction(at: E): Float64Array | undefined;
}

/** Where Newton's method ended. */
export interface Minimum<E extends Evaluation> {
  readonly point: Float64Array;
  readonly at: E;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Steps become quadratically small, so after one of this size the next would be below float64's last bit. */
const stepTolerance = 1e-8;

/** Minimises a loss from zero; always ends, at the latest after `maxIterations` steps, and says whether it converged. */
export function minimize<E extends Evaluation>(loss: ConvexLoss<E>, maxIterations: number): Minimum<E> {
  let point: Float64Array = new Float64Array(loss.size);
  let at = loss.evaluate(point);
  for (let iterations = 0; iterations < maxIterations; iterations++) {
    const direction = loss.direction(at);
    if (direction === undefined) return { point, at, iterations, converged: false };
    if (direction.every((d, i) => Math.abs(d) <= stepTolerance * Math.max(1, Math.abs(point[i] as number)))) {
      point = point.map((x, i) => x + (direction[i] as number));
      return { point, at: loss.evaluate(point), iterations: iterations + 1, converged: true };
    }
    const slope = dot(direction, at.gradient);
    const step = takeStep(loss, point, at, direction, slope);
    if (step === undefined) {
      // No descent is left that float64 could show: at the bottom, unless the gradient says otherwise.
      const flat = at.gradient.every((g) => Math.abs(g) < 1e-10);
      return { point, at, iterations, converged: flat };
    }
    point = step.point;
    at = step.at;
  }
  return { point, at, iterations: maxIterations, converged: false };
}

/** Halves the step until the loss falls in keeping with its slope (Armijo's rule, rounding allowed for). */
function takeStep<E extends Evaluation>(
  loss: ConvexLoss<E>,
  from: Float64Array,
  at: E,
  direction: Float64Array,
  slope: number,
): { point: Float64Array; at: E } | undefined {
  const rounding = 1e-13 * Math.abs(at.value);
  for (let length = 1; length > 1e-9; length /= 2) {
    const point = from.map((x, i) => x + length * (direction[i] as number));
    const next = loss.evaluate(point);
    if (next.value <= at.value + 1e-4 * length * slope + rounding) return { point, at: next };
  }
  return undefined;
}
