import { NeuriteError } from "@neurite/tensor";
import type { CategoryEncoder, InputEncoder, TableEncoder, TargetEncoder } from "./encoder";
import {
  badField,
  type Fields,
  field,
  fieldsOf,
  listField,
  numberField,
  textField,
  textsField,
  truthField,
  wordField,
} from "./json-field";

/**
 * Reads an encoder from a model file's JSON, checking everything that is used later.
 *
 * Refused: what is not as `TableEncoder` says ("bad-file", naming the field), a version above 1 ("newer-version").
 * Fields that are not known are left out.
 */
export function parseEncoder(json: unknown): TableEncoder {
  const fields = fieldsOf(json, "encoder");
  const version = field(fields, "version");
  if (typeof version === "number" && Number.isInteger(version) && version > 1) {
    throw new NeuriteError(
      "newer-version",
      `The table's part of this model file has version ${version}, this neurite reads version 1. Update neurite.`,
    );
  }
  if (version !== 1) throw badField("encoder.version", "1", version);
  const seen = new Set<string>();
  const inputs = listField(fields, "inputs", "encoder").map((value, i) => {
    const where = `encoder.inputs[${i}]`;
    const input = parseInput(fieldsOf(value, where), where);
    if (seen.has(input.column)) throw badField(`${where}.column`, "a column that is not there yet", input.column);
    seen.add(input.column);
    return input;
  });
  const target = parseTarget(fieldsOf(field(fields, "target"), "encoder.target"), "encoder.target");
  if (seen.has(target.column)) throw badField("encoder.target.column", "no input", target.column);
  return { version, inputs, target };
}

function parseInput(fields: Fields, where: string): InputEncoder {
  const column = textField(fields, "column", where);
  const kind = wordField(fields, "kind", where, ["number", "boolean", "date", "category"]);
  switch (kind) {
    case "number":
      return { kind, column, ...parseScale(fields, where), missing: truthField(fields, "missing", where) };
    case "boolean": {
      const share = numberField(fields, "share", where, 0, 1);
      return { kind, column, share, missing: truthField(fields, "missing", where) };
    }
    case "date": {
      const order = wordField(fields, "order", where, ["mdy", "dmy"]);
      const missing = truthField(fields, "missing", where);
      return { kind, column, order, ...parseScale(fields, where), missing, cycles: parseCycles(fields, where) };
    }
    case "category":
      return parseCategory(fields, column, where);
    default:
      return kind satisfies never;
  }
}

function parseScale(fields: Fields, where: string) {
  return {
    mean: numberField(fields, "mean", where),
    deviation: numberField(fields, "deviation", where, 0),
    median: numberField(fields, "median", where),
  };
}

function parseCycles(fields: Fields, where: string) {
  return textsField(fields, "cycles", where).map((_, i) =>
    wordField({ cycle: listField(fields, "cycles", where)[i] }, "cycle", `${where}.cycles[${i}]`, [
      "year",
      "week",
      "day",
    ]),
  );
}

function parseCategory(fields: Fields, column: string, where: string): CategoryEncoder {
  const form = wordField(fields, "form", where, ["oneHot", "embedding"]);
  const levels = textsField(fields, "levels", where);
  const counts = listField(fields, "counts", where);
  if (counts.length !== levels.length) throw badField(`${where}.counts`, `a list of ${levels.length}`, counts);
  const numbers = counts.map((count, i) => {
    if (typeof count === "number" && Number.isSafeInteger(count) && count > 0) return count;
    throw badField(`${where}.counts[${i}]`, "a whole number above 0", count);
  });
  return { kind: "category", column, form, levels, counts: numbers, other: truthField(fields, "other", where) };
}

function parseTarget(fields: Fields, where: string): TargetEncoder {
  const column = textField(fields, "column", where);
  const task = wordField(fields, "task", where, ["regression", "classification"]);
  switch (task) {
    case "regression": {
      const { mean, deviation } = parseScale({ ...fields, median: 0 }, where);
      return { task, column, mean, deviation };
    }
    case "classification": {
      const kind = wordField(fields, "kind", where, ["number", "boolean", "category"]);
      const labels = textsField(fields, "labels", where);
      if (labels.length === 0) throw badField(`${where}.labels`, "one label or more", labels);
      if (kind === "boolean" && labels.length > 2) throw badField(`${where}.labels`, "at most two labels", labels);
      return { task, column, kind, labels };
    }
    default:
      return task satisfies never;
  }
}
