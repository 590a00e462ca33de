import { type Minimizer, numberOption } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { positiveOption } from "../positive-option";
import { type Curvature, descentDirection, isUseful } from "./curvature";
import { type LbfgsMemory, readMemory, writeMemory } from "./lbfgs-memory";
import { type Line, lineSearch, type Objective } from "./line-search";
import { difference, dot, largest } from "./vector";

export interface LbfgsOptions {
  /** How many past steps tell of the curvature: 10 unless told otherwise. */
  readonly historySize?: number | undefined;
  /** How often a line search may ask for loss and gradient: 25 unless told otherwise. */
  readonly maxEvaluations?: number | undefined;
  /** It ends where no number of the gradient is larger than this: 1e-7 unless told otherwise. */
  readonly gradientTolerance?: number | undefined;
  /** It ends after a step in which the loss, or every weight, changed by no more than this: 1e-9 unless told otherwise. */
  readonly changeTolerance?: number | undefined;
  /** What part of the proposed step a line search tries first: 1 unless told otherwise. */
  readonly initialStep?: number | undefined;
  /** What share of the descent that the slope promises a step has to bring: 1e-4 unless told otherwise. */
  readonly c1?: number | undefined;
  /** What share of its slope a step may leave: 0.9 unless told otherwise. */
  readonly c2?: number | undefined;
}

/**
 * Steps along the loss over all rows that learn its curvature as they go: for small networks and tables, where it needs far fewer passes than
 * steps by gradients alone and comes closer.
 *
 * Formula: `w ← w + t · d` with `d = -H g`, H made of the last `historySize` steps and changes of the gradient, and t found by a line search
 * for the strong Wolfe conditions with c1 and c2. The first try, when nothing is known yet, moves by 1 in all at most. A NaN or infinite loss
 * on the way shortens the step; the loss never rises. It ends by the tolerances, or where no step lowers the loss; a start whose loss or
 * gradient is not finite it leaves as it is. All arithmetic is float64. Shapes: one list of all parameters; two numbers are kept for each
 * and each past step.
 * Throws `bad-argument` for an option outside its range, `bad-file` for a memory that is not its own.
 * Source: Nocedal and Wright, "Numerical optimization", 2nd edition (2006), algorithms 7.4, 7.5, 3.5 and 3.6.
 *
 * @example
 * ```ts
 * import { lbfgs } from "@neurite/network";
 *
 * // (x - 3)², whose gradient is 2 (x - 3)
 * const objective = ([x = 0]: Float64Array) => ({ loss: (x - 3) ** 2, gradient: Float64Array.of(2 * (x - 3)) });
 * for (const { point } of lbfgs().steps(objective, Float64Array.of(0), undefined)) console.log(point[0]);
 * // → 1
 * // → 3
 * ```
 */
export function lbfgs(given: LbfgsOptions = {}): Minimizer {
  const { historySize = 10, maxEvaluations = 25, gradientTolerance = 1e-7, changeTolerance = 1e-9 } = given;
  const { initialStep = 1, c1 = 1e-4, c2 = 0.9 } = given;
  for (const [name, count] of Object.entries({ historySize, maxEvaluations })) {
    numberOption("lbfgs", name, count, "a whole number from 1 up", (x) => x >= 1 && Number.isSafeInteger(x));
  }
  for (const [name, tolerance] of Object.entries({ gradientTolerance, changeTolerance })) {
    numberOption("lbfgs", name, tolerance, "a number from 0 up", (x) => x >= 0);
  }
  positiveOption("lbfgs", "initialStep", initialStep);
  for (const [name, share] of Object.entries({ c1, c2 })) {
    numberOption("lbfgs", name, share, "a number between 0 and 1", (x) => x > 0 && x < 1);
  }
  if (c1 >= c2) {
    throw new NeuriteError(
      "bad-argument",
      `lbfgs: "c1" should be below "c2", got ${c1} and ${c2}. Leave them at 1e-4 and 0.9.`,
    );
  }
  const options = { historySize, maxEvaluations, gradientTolerance, changeTolerance, initialStep, c1, c2 };
  return {
    kind: "lbfgs",
    config: options,
    mode: "full",
    steps: (objective, from, memory) => minimize(objective, from, readMemory(memory, from.length), options),
  };
}

/** All that a step depends on is the point and what is in the memory, so that one can go on from both as if one had never stopped. */
function* minimize(objective: Objective, from: Float64Array, memory: LbfgsMemory, options: Required<LbfgsNumbers>) {
  const { historySize, maxEvaluations, gradientTolerance, changeTolerance, initialStep, c1, c2 } = options;
  const { loss, gradient } = objective(from.slice());
  let here: Line["start"] = { point: from.slice(), loss, gradient: gradient.slice() };
  let { progress, history } = memory;
  // a start that is no number has nothing to compare a step with
  while (Number.isFinite(here.loss) && here.gradient.every(Number.isFinite)) {
    if (largest(here.gradient) <= gradientTolerance) return;
    if (progress !== null && progress <= changeTolerance) return;

    const search = (known: readonly Curvature[]) => {
      const direction = descentDirection(here.gradient, known);
      // rounding may have turned it uphill
      if (!(dot(direction, here.gradient) < 0)) return undefined;
      const size = here.gradient.reduce((sum, x) => sum + Math.abs(x), 0);
      const firstStep = initialStep * (known.length > 0 ? 1 : Math.min(1, 1 / size));
      return lineSearch({ objective, start: here, direction, firstStep, c1, c2, maxEvaluations });
    };
    let found = search(history);
    if (!found && history.length > 0) {
      // what it knew led nowhere: straight down, and learn anew
      history = [];
      found = search(history);
    }
    if (!found) return;

    const learnt = { step: difference(found.point, here.point), change: difference(found.gradient, here.gradient) };
    if (isUseful(learnt)) history = [...history, learnt].slice(-historySize);
    progress = Math.min(largest(learnt.step), here.loss - found.loss);
    here = found;
    yield { point: here.point.slice(), loss: here.loss, memory: writeMemory({ progress, history }) };
  }
}

type LbfgsNumbers = { readonly [K in keyof LbfgsOptions]: number };
