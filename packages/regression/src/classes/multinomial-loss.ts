// Mean negative log-likelihood of classes under softmax, with a ridge, as Newton's method wants it. The first class is the
// reference (its scores are 0), so every minimum is unique; the ridge is written so that the choice does not matter.
import { cholesky, solveCholesky } from "../linear-algebra/cholesky";
import { conjugateGradient, dot } from "../linear-algebra/conjugate-gradient";
import { weightedGram } from "../linear-algebra/weighted-gram";
import { combineColumns, dotColumns } from "./class-products";
import type { ConvexLoss, Evaluation } from "./newton";

/** The loss at one point, with what its derivatives need. */
export interface MultinomialEvaluation extends Evaluation {
  /** P(class k) of each row, for every class but the first. */
  readonly probabilities: readonly Float64Array[];
  /** The same minus 1 for the row's own class, without the rounding of that difference. */
  readonly misses: readonly Float64Array[];
  /** Whether every row's own class scores above all others. */
  readonly separated: boolean;
}

/** What the loss is made from. */
export interface MultinomialProblem {
  /** Standardised columns; the first `free` of them (the ones) bear no ridge. */
  readonly columns: readonly Float64Array[];
  readonly free: number;
  readonly codes: Int32Array;
  readonly classes: number;
  /** Row weights that add up to 1. */
  readonly weights: Float64Array;
  /** Adds ridge / 2 times the sum of squared coefficients over all classes, those centred to add up to 0. */
  readonly ridge: number;
}

/** A Hessian is written down up to this size and this many multiplications, else conjugate gradients do without it. */
const largestHessian = 400;
const mostWork = 1.5e9;

/** The loss over points that hold, class after class but the first, one number for each column. */
export function multinomialLoss(problem: MultinomialProblem): ConvexLoss<MultinomialEvaluation> {
  const { columns, classes, weights } = problem;
  const others = classes - 1;
  const width = columns.length;
  const size = others * width;
  const work = weights.length * width * width * ((others * (others + 1)) / 4);
  const small = size <= largestHessian && work <= mostWork;
  let gram: Float64Array | undefined;
  return {
    size,
    evaluate: (point) => evaluate(problem, point),
    direction(at) {
      const downhill = at.gradient.map((g) => -g);
      if (small) {
        const factor = cholesky(hessian(problem, at), size);
        return factor === undefined ? undefined : solveCholesky(factor, size, downhill);
      }
      gram ??= weightedGram(columns, weights);
      const precondition = preconditioner(problem, at, gram);
      if (precondition === undefined) return undefined;
      const tolerance = Math.min(0.1, Math.sqrt(Math.sqrt(dot(downhill, downhill))));
      return conjugateGradient((v) => hessianTimes(problem, at, v), precondition, downhill, tolerance, 500);
    },
  };
}

function evaluate(problem: MultinomialProblem, point: Float64Array): MultinomialEvaluation {
  const { columns, codes, classes, weights } = problem;
  const others = classes - 1;
  const scores = combineColumns(columns, point, others, codes.length);
  const misses = scores.map((score) => new Float64Array(score.length));
  let value = 0;
  let separated = true;
  for (let row = 0; row < codes.length; row++) {
    const own = codes[row] as number;
    let top = 0;
    let best = 0;
    for (let k = 0; k < others; k++) {
      const score = (scores[k] as Float64Array)[row] as number;
      if (score > top) {
        top = score;
        best = k + 1;
      }
    }
    // Σ over the other classes, so that log1p keeps the tiny losses of rows that are nearly certain.
    let rest = best === 0 ? 0 : Math.exp(-top);
    for (let k = 0; k < others; k++) {
      if (k + 1 !== best) rest += Math.exp(((scores[k] as Float64Array)[row] as number) - top);
    }
    const ownScore = own === 0 ? 0 : ((scores[own - 1] as Float64Array)[row] as number);
    value += (weights[row] as number) * (Math.log1p(rest) + top - ownScore);
    for (let k = 0; separated && k <= others; k++) {
      const score = k === 0 ? 0 : ((scores[k - 1] as Float64Array)[row] as number);
      if (k !== own && score >= ownScore) separated = false;
    }
    let notOwn = own === 0 ? 0 : Math.exp(-top);
    for (let k = 0; k < others; k++) {
      const score = scores[k] as Float64Array;
      const part = Math.exp((score[row] as number) - top);
      score[row] = part / (1 + rest);
      (misses[k] as Float64Array)[row] = score[row] as number;
      if (k + 1 !== own) notOwn += part;
    }
    if (own > 0) (misses[own - 1] as Float64Array)[row] = -notOwn / (1 + rest);
  }
  const penalty = ridgeTimes(problem, point);
  const gradient = gradientOf(problem, misses);
  for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] as number) + (penalty[i] as number);
  return { value: value + dot(point, penalty) / 2, gradient, probabilities: scores, misses, separated };
}

/** X'(w * (p - [own class])), class after class. */
function gradientOf({ columns, weights }: MultinomialProblem, misses: readonly Float64Array[]): Float64Array {
  const weighted = misses.map((miss) => miss.map((value, row) => (weights[row] as number) * value));
  return dotColumns(columns, weighted);
}

/** The ridge's gradient: ridge * (own coefficient - the mean over all classes), the reference's 0 counted. */
function ridgeTimes({ columns, free, classes, ridge }: MultinomialProblem, point: Float64Array): Float64Array {
  const width = columns.length;
  const result = new Float64Array(point.length);
  for (let j = free; j < width; j++) {
    let mean = 0;
    for (let i = j; i < point.length; i += width) mean += (point[i] as number) / classes;
    for (let i = j; i < point.length; i += width) result[i] = ridge * ((point[i] as number) - mean);
  }
  return result;
}

function hessian({ columns, free, classes, weights, ridge }: MultinomialProblem, at: MultinomialEvaluation) {
  const width = columns.length;
  const size = width * (classes - 1);
  const result = new Float64Array(size * size);
  for (const [k, p] of at.probabilities.entries()) {
    for (let l = 0; l <= k; l++) {
      const q = at.probabilities[l] as Float64Array;
      const curvature = weights.map((w, row) => w * (p[row] as number) * ((k === l ? 1 : 0) - (q[row] as number)));
      const gram = weightedGram(columns, curvature);
      for (let j = free; j < width; j++)
        gram[j * width + j] = (gram[j * width + j] as number) + ridge * ((k === l ? 1 : 0) - 1 / classes);
      for (let i = 0; i < width; i++) {
        for (let j = 0; j < width; j++) {
          const value = gram[i * width + j] as number;
          result[(k * width + i) * size + l * width + j] = value;
          result[(l * width + j) * size + k * width + i] = value;
        }
      }
    }
  }
  return result;
}

/** The Hessian times a vector, without the Hessian. */
function hessianTimes(problem: MultinomialProblem, at: MultinomialEvaluation, v: Float64Array): Float64Array {
  const { columns, weights } = problem;
  const moves = combineColumns(columns, v, at.probabilities.length, weights.length);
  for (let row = 0; row < weights.length; row++) {
    let mean = 0;
    for (const [k, p] of at.probabilities.entries())
      mean += (p[row] as number) * ((moves[k] as Float64Array)[row] as number);
    for (const [k, p] of at.probabilities.entries()) {
      const move = moves[k] as Float64Array;
      move[row] = (weights[row] as number) * (p[row] as number) * ((move[row] as number) - mean);
    }
  }
  const result = dotColumns(columns, moves);
  const penalty = ridgeTimes(problem, v);
  return result.map((value, i) => value + (penalty[i] as number));
}

/** Solves with each class's block alone, its row weights replaced by their mean. */
function preconditioner(
  { columns, free, weights, ridge }: MultinomialProblem,
  at: MultinomialEvaluation,
  gram: Float64Array,
) {
  const width = columns.length;
  const factors: Float64Array[] = [];
  for (const p of at.probabilities) {
    const mean = p.reduce((sum, value, row) => sum + (weights[row] as number) * value * (1 - value), 0);
    const block = gram.map((value) => value * Math.max(mean, 1e-8));
    for (let j = free; j < width; j++) block[j * width + j] = (block[j * width + j] as number) + ridge;
    const factor = cholesky(block, width);
    if (factor === undefined) return undefined;
    factors.push(factor);
  }
  return (v: Float64Array) => {
    const result = new Float64Array(v.length);
    for (const [k, factor] of factors.entries()) {
      result.set(solveCholesky(factor, width, v.subarray(k * width, (k + 1) * width)), k * width);
    }
    return result;
  };
}
