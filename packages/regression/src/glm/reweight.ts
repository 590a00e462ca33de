// Iteratively reweighted least squares (Fisher scoring): each step is a weighted least-squares problem for the *change* of the
// coefficients, solved by QR, so that rounding does not add up and the last step tells how far the fit is from its end.
import { NeuriteError } from "@neurite/tensor";
import type { ScaledColumn } from "../columns/scaled-column";
import { type PivotedQR, solvePivoted } from "../linear-algebra/pivoted-qr";
import { normBelow } from "../linear-algebra/reflector";
import type { Family } from "./family";
import { sumOf } from "./sum-of";
import { weightedTriangle } from "./weighted-triangle";

/** A generalized linear model without any collinear column. */
export interface Problem {
  readonly family: Family;
  readonly columns: readonly ScaledColumn[];
  readonly y: Float64Array;
  /** Prior weight times trials. */
  readonly weights: Float64Array;
  readonly trials: Float64Array | undefined;
  readonly offset: Float64Array | undefined;
  readonly intercept: boolean;
}

/** The model at one set of coefficients. */
export interface Point {
  readonly coefficients: Float64Array;
  readonly predictor: Float64Array;
  readonly mean: Float64Array;
  readonly deviance: number;
}

/** Where the iteration ended. */
export interface Ending extends Point {
  /** Of the columns, weighted as they are at the end. */
  readonly qr: PivotedQR;
  readonly iterations: number;
  readonly converged: boolean;
  readonly separated: boolean;
}

/** A step is the last when it lowers the deviance by less than this part: coefficients are then right to about 1e-10 before it. */
const settled = 1e-20;
/** Below this part, coefficients that still move by as much as before move on for ever. */
const nearlySettled = 1e-12;
/** … namely the linear predictor of some row by more than this: where there is no finite end, it moves by about 1 in each step. */
const leastMove = 0.05;

/** Fits from a start of its own, or from the coefficients of a similar fit. */
export function reweight(problem: Problem, maxIterations: number, subject: string, from?: Float64Array): Ending {
  const size = sizeOfDeviance(problem);
  let at = (from && pointAt(problem, from)) ?? firstPoint(problem, subject);
  let lastGain = Number.POSITIVE_INFINITY;
  let lastMove = 0;
  for (let iterations = 1; ; iterations++) {
    const { qr, step, gain } = stepAt(problem, at);
    const end = (converged: boolean, separated = false) => ({ ...at, qr, iterations, converged, separated });
    if (step.some((change) => !Number.isFinite(change))) return end(false);
    const part = gain === 0 ? 0 : gain / (at.deviance + size / 10);
    const near = part < nearlySettled;
    const move = near && problem.family.link.endless ? largestMove(problem.columns, step) : 0;
    if (lastMove > leastMove && move > Math.max(leastMove, lastMove / 2)) return end(false, true);
    const next = shortened(problem, at, step, at.deviance + 1e-12 * (at.deviance + size));
    if (next === undefined) return end(near);
    if (part < settled || (near && gain >= lastGain)) {
      return { ...next, qr: stepAt(problem, next).qr, iterations, converged: true, separated: false };
    }
    if (iterations >= maxIterations) return end(false);
    at = next;
    lastGain = gain;
    lastMove = move;
  }
}

/** η and μ where the coefficients stand; undefined where there is no such mean or no finite deviance. */
function pointAt({ family, columns, y, weights, offset }: Problem, coefficients: Float64Array): Point | undefined {
  const predictor = sumOf(columns, coefficients, y.length);
  const mean = new Float64Array(y.length);
  let deviance = 0;
  for (let row = 0; row < y.length; row++) {
    const eta = (predictor[row] as number) + (offset?.[row] ?? 0);
    predictor[row] = eta;
    const mu = family.link.mean(eta);
    mean[row] = mu;
    deviance += (weights[row] as number) * family.deviance(y[row] as number, mu, eta);
  }
  return Number.isFinite(deviance) ? { coefficients, predictor, mean, deviance } : undefined;
}

/** The first step starts from the target itself; where that leads nowhere, from its mean. */
function firstPoint(problem: Problem, subject: string): Point {
  const { family, y, weights, trials, offset, columns, intercept } = problem;
  const mean = y.map((value, row) => family.start(value, trials?.[row] ?? 1));
  const predictor = mean.map(family.link.predictor);
  const whole = (row: number) => (predictor[row] as number) - (offset?.[row] ?? 0);
  const { step } = stepAt(problem, { predictor, mean }, whole);
  const first = step.every(Number.isFinite) ? pointAt(problem, step) : undefined;
  if (first !== undefined) return first;
  if (intercept) {
    const flat = new Float64Array(columns.length);
    flat[0] = family.link.predictor(average(y, weights)) - (offset === undefined ? 0 : average(offset, weights));
    const constant = pointAt(problem, flat);
    if (constant !== undefined) return constant;
  }
  throw new NeuriteError(
    "not-finite",
    `${subject}: there should be coefficients with a mean of the ${family.name} family in every row, found none to start from with the ${family.link.name} link. Scale the columns and the offset, or take another link.`,
  );
}

/** The least-squares step for weights and residuals at η, with the part of the deviance that it should take away. */
function stepAt(
  { family, columns, y, weights }: Problem,
  { predictor, mean }: Pick<Point, "predictor" | "mean">,
  more: (row: number) => number = () => 0,
): { qr: PivotedQR; step: Float64Array; gain: number } {
  const working = new Float64Array(y.length);
  const target = new Float64Array(y.length);
  for (let row = 0; row < y.length; row++) {
    const { weight, residual } = workingRow(family, y[row] as number, mean[row] as number, predictor[row] as number);
    working[row] = weight * (weights[row] as number);
    target[row] = more(row) + residual;
  }
  const qr = weightedTriangle(columns, target, working);
  const gain = columns.length === 0 ? 0 : normBelow(qr.right.subarray(0, columns.length), 0) ** 2;
  return { qr, step: solvePivoted(qr), gain };
}

/** (dμ/dη)² / V(μ) and (y - μ) / (dμ/dη): a row's working weight and residual; none where μ no longer moves. */
export function workingRow(
  { link, variance }: Family,
  y: number,
  mean: number,
  predictor: number,
): { weight: number; residual: number } {
  const slope = link.slope(mean, predictor);
  const weight = slope === 0 ? 0 : slope * (slope / variance(mean, predictor));
  return weight === 0 ? { weight, residual: 0 } : { weight, residual: (y - mean) / slope };
}

/** The step, halved until the deviance is at most so much; undefined where no length is short enough. */
function shortened(problem: Problem, at: Point, step: Float64Array, most: number): Point | undefined {
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = pointAt(
      problem,
      at.coefficients.map((b, j) => b + length * (step[j] as number)),
    );
    if (next !== undefined && next.deviance <= most) return next;
  }
  return undefined;
}

/** By how much a step moves the linear predictor of the row that it moves most. */
function largestMove(columns: readonly ScaledColumn[], step: Float64Array): number {
  const rows = columns[0]?.values.length ?? 0;
  return sumOf(columns, step, rows).reduce((most, change) => Math.max(most, Math.abs(change)), 0);
}

/** What a row's deviance is measured by: 1, of the gaussian family the target's square; times the mean weight. */
function sizeOfDeviance({ family, y, weights }: Problem): number {
  const square = (value: number) => (family.name === "gaussian" ? value * value : 1);
  return weights.reduce((sum, weight, row) => sum + weight * square(y[row] as number), 0) / weights.length;
}

function average(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (const [row, weight] of weights.entries()) {
    sum += weight * (values[row] as number);
    total += weight;
  }
  return sum / total;
}
