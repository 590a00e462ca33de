// From checked columns to a fitted generalized linear model: scale, find the independent columns, reweight, unscale, tell.
import { naturalLog } from "@neurite/tensor";
import { type ColumnValues, checkRows } from "../columns/columns";
import type { Labels } from "../columns/labels";
import { weighRows } from "../columns/row-weights";
import { normalDistribution } from "../distributions/normal-distribution";
import { codeClusters } from "../inference/clusters";
import { checkRobust } from "../inference/regress-options";
import { coefficientsOf, type Fitted, likelihoodErrors } from "./coefficients-of";
import { estimateAlpha } from "./estimate-alpha";
import type { FitInput } from "./formula-input";
import type { GeneralizedFit } from "./generalized-fit";
import { familyOf, type GeneralizedOptions, numbersOf } from "./generalized-options";
import { goodnessOf } from "./goodness-of";
import { independentDesign } from "./independent-design";
import { readResponse, readRowNumbers } from "./read-response";
import { type Ending, type Problem, reweight } from "./reweight";
import { robustErrors } from "./robust-errors";

/** Fits a generalized linear model; `subject` opens the messages. */
export function fitGeneralized(
  { table, intercept, offset }: FitInput,
  target: ColumnValues | Labels,
  options: GeneralizedOptions,
  subject: string,
): Omit<GeneralizedFit, "recipe"> {
  const { level, maxIterations } = numbersOf(options, subject);
  const family = familyOf(options, subject);
  checkRobust(options, subject);
  checkRows(table, target.length, subject);
  const counting = weighRows(target.length, options.weights, subject);
  const { y, trials, classes } = readResponse(target, options, counting, subject);
  const prior = counting.given ?? new Float64Array(y.length).fill(1);

  const { columns, names, dropped } = independentDesign(table, intercept, counting);
  const rank = columns.length;

  const problem: Problem = {
    family,
    columns,
    intercept,
    y,
    trials,
    weights: trials === undefined ? prior : prior.map((weight, row) => weight * (trials[row] as number)),
    offset: offsetOf(offset, options.offset, target.length, counting.take, subject),
  };
  const estimated = family.name === "negativeBinomial" && options.alpha === undefined;
  const withAlpha = estimated ? estimateAlpha(problem, maxIterations, counting, subject) : undefined;
  const solved = withAlpha?.problem ?? problem;
  const end: Ending = withAlpha?.end ?? reweight(problem, maxIterations, subject);
  const goodness = goodnessOf(solved, end, prior, rank, subject);
  const parameters = rank + (estimated ? 1 : 0);
  const { logLikelihood, degreesOfFreedom } = goodness;
  const clusters =
    options.clusters === undefined ? undefined : codeClusters(options.clusters, target.length, counting, subject);
  const by = clusters ?? options.robust;
  const told = (errorVector: Fitted["errorVector"]) =>
    coefficientsOf({
      names,
      columns,
      intercept,
      coefficients: end.coefficients,
      errorVector,
      distribution: normalDistribution(),
      level,
      subject,
    });
  const ordinary = told(likelihoodErrors(end.qr, goodness.dispersion));
  const byRows = by === undefined || degreesOfFreedom === 0 ? null : robustErrors(solved, end, by, counting, subject);
  return {
    kind: "generalized",
    family: family.name,
    link: family.link.name,
    alpha: solved.family.alpha,
    alphaStandardError: withAlpha?.standardError ?? null,
    covariance: clusters === undefined ? (options.robust ?? "ordinary") : "clusters",
    clusters: clusters?.count ?? null,
    classes,
    intercept,
    ...(by === undefined ? ordinary : told(byRows)),
    modelSpread: by === undefined ? null : ordinary.spread,
    dropped,
    rank,
    rows: y.length,
    ...goodness,
    aic: logLikelihood === null ? null : 2 * parameters - 2 * logLikelihood,
    bic: logLikelihood === null ? null : naturalLog(y.length) * parameters - 2 * logLikelihood,
    iterations: end.iterations,
    converged: end.converged,
    separated: end.separated,
    level,
  };
}

function offsetOf(
  own: Float64Array | undefined,
  given: ColumnValues | undefined,
  rows: number,
  take: (perRow: Float64Array) => Float64Array,
  subject: string,
): Float64Array | undefined {
  if (given === undefined) return own && take(own);
  const read = readRowNumbers(given, "offset", rows, subject);
  return take(own === undefined ? read : read.map((value, row) => value + (own[row] as number)));
}
