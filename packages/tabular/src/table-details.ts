import type { Json } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { baselineColumns } from "./baseline-columns";
import type { TableEncoder } from "./encoder";
import { badField, type Fields, field, fieldsOf, numberField, textField } from "./json-field";
import type { ModelParts } from "./model-parts";
import { parseBaseline } from "./parse-baseline";
import { parseEncoder } from "./parse-encoder";
import { parseHistory } from "./parse-history";
import { readInputs } from "./read-inputs";
import type { ClassTestScores, NumberTestScores, TableScores } from "./table-scores";

/** The table's part of a model file: everything but the network, and but the warnings, which may hold cells of the table. */
export type TableDetails = Omit<ModelParts, "network" | "warnings">;

/** The details as JSON. */
export function writeDetails({ encoder, baseline, scores, history, seed, engine }: TableDetails): Json {
  const details = { version: 1, encoder, baseline, scores, history, seed, engine };
  return JSON.parse(JSON.stringify(details)) as Json;
}

/**
 * Reads the table's part of a model file, checking everything that is used later.
 *
 * Throws `bad-file` for what is not as it should be, naming the field, `newer-version` for a version above 1.
 */
export function parseDetails(json: unknown): TableDetails {
  const fields = fieldsOf(json, "tabular");
  const version = field(fields, "version");
  if (typeof version === "number" && Number.isInteger(version) && version > 1) {
    throw new NeuriteError(
      "newer-version",
      `The table's part of this model file has version ${version}, this neurite reads version 1. Update neurite.`,
    );
  }
  if (version !== 1) throw badField("tabular.version", "1", version);
  const encoder = parseEncoder(field(fields, "encoder"));
  return {
    encoder,
    baseline: parseBaseline(field(fields, "baseline"), encoder.target, baselineNames(encoder)),
    scores: parseScores(fieldsOf(field(fields, "scores"), "scores"), encoder.target.task === "regression"),
    history: parseHistory(fieldsOf(field(fields, "history"), "history")),
    seed: numberField(fields, "seed", "tabular", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    engine: textField(fields, "engine", "tabular"),
  };
}

/** The columns that the straight line may have coefficients for. */
function baselineNames({ inputs }: TableEncoder): ReadonlySet<string> {
  const { columns } = readInputs(inputs, { columns: [], rows: 0, decimal: "." });
  const found = baselineColumns(inputs, columns, new Int32Array(0));
  return new Set(found.length === 0 ? ["nothing"] : found.map(({ name }) => name));
}

function parseScores(fields: Fields, regression: boolean): TableScores {
  const sizes = fieldsOf(field(fields, "rows"), "scores.rows");
  const rows = (name: string) => numberField(sizes, name, "scores.rows", 0);
  return {
    rows: { train: rows("train"), validation: rows("validation"), test: rows("test") },
    baseline: parseScore(fields, "baseline", regression),
    network: parseScore(fields, "network", regression),
  };
}

function parseScore(fields: Fields, name: string, regression: boolean): NumberTestScores | ClassTestScores {
  const where = `scores.${name}`;
  const at = fieldsOf(field(fields, name), where);
  const score = (key: string) => (field(at, key) === null ? null : numberField(at, key, where));
  return regression
    ? { r2: score("r2"), rmse: score("rmse") }
    : { accuracy: score("accuracy"), logLoss: score("logLoss") };
}
