import type { Table } from "../columns/columns";
import type { PreciseColumn } from "../columns/precise-column";
import type { ElasticNetFit } from "./elastic-net-fit";
import { checkPenalty, checkRatio, type ElasticNetRegressionOptions } from "./penalty-options";
import { shrinkageFitter } from "./shrinkage-fitter";
import { shrinkageProblem } from "./shrinkage-problem";

/** The elastic net of checked columns at one penalty; `subject` opens the messages. */
export function fitElasticNet(
  table: Table,
  target: PreciseColumn,
  options: ElasticNetRegressionOptions,
  subject: string,
): ElasticNetFit {
  checkPenalty(options.penalty, subject);
  checkRatio(options.l1Ratio, subject);
  const fitter = shrinkageFitter(shrinkageProblem(table, target, options, subject), subject);
  return options.l1Ratio === 0 ? fitter.ridge(options.penalty) : fitter.fit(options.penalty, options.l1Ratio);
}
