import type { DroppedColumn, LinearFit, LogisticFit, SoftmaxFit } from "@neurite/regression";
import type { Baseline } from "./baseline";
import type { TargetEncoder } from "./encoder";
import {
  badField,
  type Fields,
  field,
  fieldsOf,
  listField,
  numberField,
  numberOrNull,
  textField,
  textsField,
  truthField,
  wholeField,
  wordField,
} from "./json-field";
import { namedFields } from "./named-fields";
import { parseLikelihood } from "./parse-likelihood";

/**
 * Reads a baseline from a model file's JSON, for a target and the columns that it may have coefficients for.
 *
 * Throws `bad-file` for what does not fit, naming the field.
 */
export function parseBaseline(json: unknown, target: TargetEncoder, columns: ReadonlySet<string>): Baseline {
  const where = "baseline";
  const fields = fieldsOf(json, where);
  const kinds = target.task === "regression" ? (["linear"] as const) : (["logistic", "softmax", "certain"] as const);
  const kind = wordField(fields, "kind", where, kinds);
  const labels = target.task === "regression" ? [] : target.labels;
  switch (kind) {
    case "linear":
      return { ...parseLinear(fields, columns), standardised: truthField(fields, "standardised", where) };
    case "logistic":
      return withLikelihood(parseLogistic(fields, labels, columns), fields, columns);
    case "softmax":
      return withLikelihood(parseSoftmax(fields, labels, columns), fields, columns);
    case "certain":
      return { kind, label: wordField(fields, "label", where, labels) };
    default:
      return kind satisfies never;
  }
}

function withLikelihood<Fit extends LogisticFit | SoftmaxFit>(fit: Fit, fields: Fields, columns: ReadonlySet<string>) {
  const likelihood = parseLikelihood(field(fields, "likelihood"), fit.classes.map(String), columns);
  return { ...fit, likelihood };
}

function parseLinear(fields: Fields, columns: ReadonlySet<string>): LinearFit {
  const where = "baseline";
  const counts = parseCounts(fields);
  const fStatistic = numberOrNull(fields, "fStatistic", where);
  const degreesOfFreedom = wholeField(fields, "degreesOfFreedom", where);
  if (fStatistic !== null && (counts.rank < 2 || degreesOfFreedom < 1)) {
    throw badField(`${where}.fStatistic`, "null without columns or degrees of freedom", fStatistic);
  }
  return {
    kind: "linear",
    coefficients: named(fields, columns).map(({ name, at, where }) => ({
      name,
      estimate: numberField(at, "estimate", where),
      standardError: numberOrNull(at, "standardError", where, 0),
    })),
    intercept: numberOrNull(fields, "intercept", where),
    interceptStandardError: numberOrNull(fields, "interceptStandardError", where, 0),
    dropped: parseDropped(fields),
    ...counts,
    conditionNumber: numberField(fields, "conditionNumber", where, 1),
    degreesOfFreedom,
    residualStandardDeviation: numberOrNull(fields, "residualStandardDeviation", where),
    rSquared: numberOrNull(fields, "rSquared", where),
    adjustedRSquared: numberOrNull(fields, "adjustedRSquared", where),
    fStatistic,
    perfectFit: truthField(fields, "perfectFit", where),
    logLikelihood: numberOrNull(fields, "logLikelihood", where),
    aic: numberOrNull(fields, "aic", where),
    bic: numberOrNull(fields, "bic", where),
  };
}

function parseLogistic(fields: Fields, labels: readonly string[], columns: ReadonlySet<string>): LogisticFit {
  const report = parseReport(fields, labels);
  const [negative, positive] = report.classes;
  if (negative === undefined || positive === undefined || report.classes.length !== 2) {
    throw badField("baseline.classes", "a list of 2", report.classes);
  }
  const coefficients = named(fields, columns).map(({ name, at, where }) => ({
    name,
    estimate: numberField(at, "estimate", where),
  }));
  const intercept = numberOrNull(fields, "intercept", "baseline");
  return { kind: "logistic", ...report, classes: [negative, positive], coefficients, intercept };
}

function parseSoftmax(fields: Fields, labels: readonly string[], columns: ReadonlySet<string>): SoftmaxFit {
  const report = parseReport(fields, labels);
  const size = report.classes.length;
  const coefficients = named(fields, columns).map(({ name, at, where }) => ({
    name,
    estimates: numbersField(at, "estimates", where, size),
  }));
  const intercepts = field(fields, "intercepts") === null ? null : numbersField(fields, "intercepts", "baseline", size);
  return { kind: "softmax", ...report, coefficients, intercepts };
}

/** What every fit to classes reports. */
function parseReport(fields: Fields, labels: readonly string[]) {
  const where = "baseline";
  const classes = textsField(fields, "classes", where);
  const stray = classes.find((label) => !labels.includes(label));
  if (stray !== undefined) throw badField(`${where}.classes`, "classes of the target", stray);
  if (classes.length < 2) throw badField(`${where}.classes`, "two classes or more", classes);
  return {
    classes,
    dropped: parseDropped(fields),
    ...parseCounts(fields),
    ridge: numberField(fields, "ridge", where, 0),
    iterations: numberField(fields, "iterations", where, 0),
    converged: truthField(fields, "converged", where),
    separated: truthField(fields, "separated", where),
  };
}

function parseCounts(fields: Fields) {
  return { rank: wholeField(fields, "rank", "baseline", 1), rows: wholeField(fields, "rows", "baseline", 1) };
}

function parseDropped(fields: Fields): readonly DroppedColumn[] {
  return listField(fields, "dropped", "baseline").map((value, i) => {
    const where = `baseline.dropped[${i}]`;
    const at = fieldsOf(value, where);
    return { name: textField(at, "name", where), combinationOf: textsField(at, "combinationOf", where) };
  });
}

/** The coefficients as unknown fields. */
function named(fields: Fields, columns: ReadonlySet<string>) {
  return namedFields(listField(fields, "coefficients", "baseline"), "baseline.coefficients", columns);
}

function numbersField(fields: Fields, name: string, where: string, size: number): readonly number[] {
  const list = listField(fields, name, where);
  if (list.length !== size) throw badField(`${where}.${name}`, `a list of ${size}`, list);
  return list.map((value, i) => numberField({ [i]: value }, String(i), `${where}.${name}`));
}
