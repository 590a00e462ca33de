// Maximum likelihood for the negative binomial's alpha: coefficients for an alpha, then the best alpha for their means, in turns. The two
// are independent in the expected information, so a few turns suffice (Lawless, Canadian Journal of Statistics 15, 1987; MASS's glm.nb).
import { NeuriteError } from "@neurite/tensor";
import type { WeightedRows } from "../columns/row-weights";
import { logarithmRemainder } from "../distributions/logarithm-remainder";
import { negativeBinomial } from "./families";
import { type Ending, type Problem, reweight } from "./reweight";

/** A fit with the alpha that suits it best. */
export interface WithAlpha {
  readonly problem: Problem;
  readonly end: Ending;
  /** From the curvature of the log-likelihood in alpha; null for an alpha of 0, the end of its range. */
  readonly standardError: number | null;
}

const mostTurns = 200;
const mostCounts = 1e7;

/** Estimates alpha; 0 where the counts vary no more than Poisson's would. */
export function estimateAlpha(
  problem: Problem,
  maxIterations: number,
  counting: WeightedRows,
  subject: string,
): WithAlpha {
  checkCounts(problem.y, counting, subject);
  const beyond = weightBeyond(problem);
  let family = negativeBinomial(0);
  let end = reweight({ ...problem, family }, maxIterations, subject);
  let iterations = end.iterations;
  let alpha = 0;
  let settled = false;
  for (let turn = 0; turn < mostTurns && !settled; turn++) {
    const next = bestAlpha(problem, end.mean, beyond, alpha);
    settled = Math.abs(next - alpha) <= 1e-12 * next;
    alpha = next;
    if (alpha === 0) break;
    family = negativeBinomial(alpha);
    // coefficients without a finite end go no further in each turn than in one fit
    const from = end.separated ? undefined : end.coefficients;
    end = reweight({ ...problem, family }, maxIterations, subject, from);
    iterations += end.iterations;
  }
  const curvature = alpha === 0 ? 0 : -slopeInAlpha(problem, end.mean, beyond, alpha).change;
  return {
    problem: { ...problem, family },
    end: { ...end, iterations, converged: end.converged && (settled || alpha === 0) },
    standardError: curvature > 0 ? 1 / Math.sqrt(curvature) : null,
  };
}

/** The alpha whose score is 0, by Newton's method within a bracket; 0 where the score falls from there on. */
function bestAlpha(problem: Problem, mean: Float64Array, beyond: Float64Array, from: number): number {
  const slope = (alpha: number) => slopeInAlpha(problem, mean, beyond, alpha);
  if (scoreAtZero(problem, mean) <= 0) return 0;
  let high = from > 0 ? from : 1;
  while (slope(high).score > 0 && high < 1e10) high *= 4;
  if (high >= 1e10) return 1e10;
  let low = high / 4;
  while (slope(low).score <= 0 && low > 1e-10) {
    high = low;
    low /= 4;
  }
  if (low <= 1e-10) return 0;
  let alpha = from > low && from < high ? from : Math.sqrt(low * high);
  for (let step = 0; step < 200; step++) {
    const { score, change } = slope(alpha);
    if (score > 0) low = alpha;
    else high = alpha;
    const newton = alpha - score / change;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - alpha) <= 1e-15 * alpha || score === 0) return next;
    alpha = next;
  }
  return alpha;
}

/** The derivative of the log-likelihood in alpha, and the derivative of that. */
function slopeInAlpha(
  { y, weights }: Problem,
  mean: Float64Array,
  beyond: Float64Array,
  alpha: number,
): { score: number; change: number } {
  let score = 0;
  let change = 0;
  // log Γ(y + 1/α) - log Γ(1/α) + y log α = Σ log(1 + α k) over k < y
  for (let k = 1; k < beyond.length; k++) {
    const part = k / (1 + alpha * k);
    score += (beyond[k] as number) * part;
    change -= (beyond[k] as number) * part * part;
  }
  for (let row = 0; row < y.length; row++) {
    const mu = mean[row] as number;
    const x = alpha * mu;
    const share = x / (1 + x);
    // log(1 + x) - x / (1 + x), without the parts that cancel
    const rest = logarithmRemainder(x) + x * share;
    const weight = weights[row] as number;
    score += (weight * (rest / alpha - share * (y[row] as number))) / alpha;
    change += (weight * ((share * share - 2 * rest) / alpha + share * share * (y[row] as number))) / (alpha * alpha);
  }
  return { score, change };
}

/** The score at alpha = 0: ½ Σ w ((y - μ)² - y). */
function scoreAtZero({ y, weights }: Problem, mean: Float64Array): number {
  return y.reduce(
    (sum, count, row) => sum + (weights[row] as number) * ((count - (mean[row] as number)) ** 2 - count),
    0,
  );
}

/** For each k the weight of the rows with a count above k. */
function weightBeyond({ y, weights }: Problem): Float64Array {
  const beyond = new Float64Array(y.reduce((most, count) => Math.max(most, count), 0) + 1);
  for (const [row, count] of y.entries())
    if (count > 0) beyond[count - 1] = (beyond[count - 1] as number) + (weights[row] as number);
  for (let k = beyond.length - 2; k >= 0; k--) beyond[k] = (beyond[k] as number) + (beyond[k + 1] as number);
  return beyond;
}

function checkCounts(y: Float64Array, counting: WeightedRows, subject: string): void {
  const row = y.findIndex((count) => !(Number.isInteger(count) && count <= mostCounts));
  if (row < 0) return;
  throw new NeuriteError(
    "bad-cell",
    `${subject}: the target should hold whole numbers up to ${mostCounts} for "alpha" to be estimated, got ${y[row]} in row ${counting.placeOf(row)} (counted from 0). Mend the row, or pass an alpha.`,
  );
}
