import { dot, moved } from "./vector";

/** What a minimizer minimizes: the loss at a point and its gradient there. */
export type Objective = (point: Float64Array) => { readonly loss: number; readonly gradient: Float64Array };

/** A point with what was found there. */
export interface Trial {
  /** How far along the direction it lies. */
  readonly step: number;
  readonly point: Float64Array;
  readonly loss: number;
  readonly gradient: Float64Array;
  /** How fast the loss changes along the direction. */
  readonly slope: number;
}

/** What a line search starts from, and what it is to reach. */
export interface Line {
  readonly objective: Objective;
  readonly start: Omit<Trial, "step" | "slope">;
  readonly direction: ArrayLike<number>;
  readonly firstStep: number;
  readonly c1: number;
  readonly c2: number;
  readonly maxEvaluations: number;
}

/**
 * A step along a direction of descent that meets the strong Wolfe conditions: `loss ≤ start + c1 · step · slope of the start`, and a slope of at
 * most c2 times that of the start in size.
 *
 * A loss that is NaN or infinite means that the step is too long. When the evaluations are used up, the best point that meets the first
 * condition is given; `undefined` where there is none, so that what comes back is never worse than the start.
 * Source: Nocedal and Wright, "Numerical optimization", 2nd edition (2006), algorithms 3.5 and 3.6.
 */
export function lineSearch(line: Line): Trial | undefined {
  const { objective, start, direction, c1, c2 } = line;
  const origin: Trial = { ...start, step: 0, slope: dot(start.gradient, direction) };
  let left = line.maxEvaluations;
  const at = (step: number): Trial => {
    left--;
    const point = moved(start.point, step, direction);
    const { loss, gradient } = objective(point.slice());
    return { step, point, loss, gradient: gradient.slice(), slope: dot(gradient, direction) };
  };
  const descends = (trial: Trial) => isSound(trial) && trial.loss <= start.loss + c1 * trial.step * origin.slope;
  const isFlat = ({ slope }: Trial) => Math.abs(slope) <= -c2 * origin.slope;
  const best = (trial: Trial) => (trial.step > 0 ? trial : undefined);

  /** `low` descends and is the lower end of an interval that holds a good step; `high` is the other end, on either side of it. */
  const zoom = (low: Trial, high: Trial): Trial | undefined => {
    while (left > 0) {
      const step = between(low, high);
      // no number lies between them, or none whose loss would differ
      if (step === low.step || step === high.step) break;
      if (Math.abs(low.slope * (high.step - low.step)) <= Number.EPSILON * Math.abs(low.loss)) break;
      const trial = at(step);
      if (!descends(trial) || trial.loss >= low.loss) {
        high = trial;
        continue;
      }
      if (isFlat(trial)) return trial;
      if (trial.slope * (high.step - low.step) >= 0) high = low;
      low = trial;
    }
    return best(low);
  };

  let before = origin;
  let step = line.firstStep;
  while (left > 0) {
    const trial = at(step);
    if (!descends(trial) || (before.step > 0 && trial.loss >= before.loss)) return zoom(before, trial);
    if (isFlat(trial)) return trial;
    if (trial.slope >= 0) return zoom(trial, before);
    step = beyond(before, trial);
    before = trial;
  }
  return best(before);
}

const isSound = ({ loss, slope }: Trial) => Number.isFinite(loss) && Number.isFinite(slope);

/** A step between two, a tenth of their distance away from both at least: where the cubic through them has its minimum, or a guess. */
function between(low: Trial, high: Trial): number {
  const width = high.step - low.step;
  // nothing is known of the far end but that it is too far, from the start perhaps by far
  if (!isSound(high)) return low.step + width / (low.step > 0 ? 2 : 10);
  const wanted = (cubicMinimum(low, high) ?? low.step + width / 2) - low.step;
  const share = Math.min(0.9, Math.max(0.1, wanted / width));
  return low.step + share * width;
}

/** A longer step, by a tenth to ten times as long: where the cubic through the last two goes on to its minimum, or as long as may be. */
function beyond(before: Trial, last: Trial): number {
  const wanted = cubicMinimum(before, last) ?? 0;
  // the loss still falls, so a minimum behind is none to go to
  if (wanted <= last.step) return last.step * 10;
  return Math.min(last.step * 10, Math.max(last.step * 1.1, wanted));
}

/** Where the cubic with these two losses and slopes has its minimum (formula 3.59), if it has one. */
function cubicMinimum(a: Trial, b: Trial): number | undefined {
  const d1 = a.slope + b.slope - (3 * (a.loss - b.loss)) / (a.step - b.step);
  const square = d1 * d1 - a.slope * b.slope;
  if (!(square >= 0)) return undefined;
  const d2 = b.step > a.step ? Math.sqrt(square) : -Math.sqrt(square);
  const step = b.step - ((b.step - a.step) * (b.slope + d2 - d1)) / (b.slope - a.slope + 2 * d2);
  return Number.isFinite(step) ? step : undefined;
}
