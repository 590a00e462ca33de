import { type ClassEquation, type ClassLikelihood, type NoLikelihood, noLikelihoods } from "./class-likelihood";
import { badField, field, fieldsOf, listField, numberField, textsField, wordField } from "./json-field";
import { namedFields } from "./named-fields";

/**
 * Reads what maximum likelihood says beside a class baseline; files of before have nothing there.
 *
 * Throws `bad-file` for what does not fit the classes and columns, naming the field.
 */
export function parseLikelihood(
  json: unknown,
  [, ...others]: readonly string[],
  columns: ReadonlySet<string>,
): ClassLikelihood | NoLikelihood {
  const where = "baseline.likelihood";
  if (json === undefined) return { none: "notKept", columns: [] };
  const fields = fieldsOf(json, where);
  if (field(fields, "none") !== undefined) {
    return { none: wordField(fields, "none", where, noLikelihoods), columns: textsField(fields, "columns", where) };
  }
  const equations = listField(fields, "equations", where);
  if (equations.length !== others.length) throw badField(`${where}.equations`, `a list of ${others.length}`, equations);
  return {
    equations: others.map((label, k) => parseEquation(equations[k], label, `${where}.equations[${k}]`, columns)),
    logLikelihood: numberField(fields, "logLikelihood", where, -Number.MAX_VALUE, 0),
    nullLogLikelihood: numberField(fields, "nullLogLikelihood", where, -Number.MAX_VALUE, -Number.MIN_VALUE),
  };
}

function parseEquation(json: unknown, label: string, where: string, columns: ReadonlySet<string>): ClassEquation {
  const fields = fieldsOf(json, where);
  const list = listField(fields, "coefficients", where);
  const intercept = {
    name: "Intercept",
    at: fieldsOf(list[0], `${where}.coefficients[0]`),
    where: `${where}.coefficients[0]`,
  };
  wordField(intercept.at, "name", intercept.where, [intercept.name]);
  const coefficients = [intercept, ...namedFields(list, `${where}.coefficients`, columns, 1)];
  return {
    class: wordField(fields, "class", where, [label]),
    coefficients: coefficients.map(({ name, at, where }) => ({
      name,
      estimate: numberField(at, "estimate", where),
      standardError: numberField(at, "standardError", where, 0),
    })),
  };
}
