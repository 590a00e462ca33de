import type { Json } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import type { Expression, ExpressionRequest, InputTemplate } from "./expression";
import {
  badField,
  checkNames,
  dtypeOf,
  type Fields,
  fieldOf,
  fieldsOf,
  isFields,
  listOf,
  shapeOf,
  textOf,
  wholeOf,
  wordOf,
} from "./field";

/** The most operations that all expressions of a file may have, counted once for each place. */
const OPERATION_LIMIT = 2_000_000;

/** The most inputs, outputs or requests of one expression. */
const MOST_PARTS = 100_000;

const names = ["category", "kind", "config", "path", "training", "same", "inputs", "outputs", "requests", "graph"];

/** Reads the expressions of a file; their graphs are read when they are used, for the rows that are needed. */
export function parseExpressions(written: Json | undefined, graphs: Json | undefined): readonly Expression[] {
  const graphList = listOf(graphs ?? [], "graphs");
  const sizes = graphList.map((graph) => countOperations(graph));
  let operations = 0;
  return listOf(written ?? [], "expressions").map((entry, i) => {
    const where = `expressions[${i}]`;
    const fields = fieldsOf(entry, where);
    checkNames(fields, where, names);
    const at = wholeOf(fieldOf(fields, "graph"), `${where}.graph`, 0, graphList.length - 1);
    operations += sizes[at] ?? 0;
    if (operations > OPERATION_LIMIT) {
      throw new NeuriteError(
        "too-large",
        `The expressions of a model file may have ${OPERATION_LIMIT} operations in all, got more. Use a smaller network.`,
      );
    }
    return parseExpression(fields, where, graphList[at] as Json);
  });
}

function parseExpression(fields: Fields, where: string, graph: Json): Expression {
  const at = (name: string) => fieldOf(fields, name);
  const inputs = wholeOf(at("inputs"), `${where}.inputs`, 1, MOST_PARTS);
  const path = at("path");
  const category = wordOf(at("category"), `${where}.category`, ["activation", "constraint", "layer", "regularizer"]);
  const placed = category === "activation" || category === "layer";
  const same = at("same");
  const training = at("training");
  return {
    category,
    kind: textOf(at("kind"), `${where}.kind`),
    config: at("config"),
    path: placed ? textOf(path, `${where}.path`) : undefined,
    training: training === undefined ? false : truthOf(training, `${where}.training`),
    same:
      same === undefined
        ? Array.from({ length: inputs }, (_, i) => i)
        : listOf(same, `${where}.same`).map((first, i) => wholeOf(first, `${where}.same[${i}]`, 0, i)),
    inputs: inputTemplates(graph, inputs, where),
    outputs: wholeOf(at("outputs"), `${where}.outputs`, 1, MOST_PARTS),
    requests: placed
      ? listOf(at("requests") ?? [], `${where}.requests`).map((r, i) => parseRequest(r, `${where}.requests[${i}]`))
      : [],
    graph,
  };
}

/** The types of a written graph's first inputs. */
export function inputTemplates(graph: Json, count: number, where: string): readonly InputTemplate[] {
  const nodes = listOf(fieldOf(fieldsOf(graph, `${where}.graph`), "nodes"), `${where}.graph.nodes`);
  return Array.from({ length: count }, (_, i) => {
    const place = `${where}.graph.nodes[${i}]`;
    const attributes = fieldsOf(fieldOf(fieldsOf(nodes[i], place), "attributes"), place);
    const type = fieldsOf(fieldOf(attributes, "type"), place);
    const shape = listOf(fieldOf(type, "shape"), `${place}.shape`).map((side) => {
      if (!isFields(side)) return wholeOf(side, `${place}.shape`, 0, Number.MAX_SAFE_INTEGER);
      return { rows: wholeOf(fieldOf(side, "rows"), `${place}.shape`, 1, Number.MAX_SAFE_INTEGER) };
    });
    return { shape, dtype: dtypeOf(fieldOf(type, "dtype"), `${place}.dtype`) };
  });
}

function parseRequest(written: Json, where: string): ExpressionRequest {
  const fields = fieldsOf(written, where);
  const name = () => textOf(fieldOf(fields, "name"), `${where}.name`);
  const held = () => ({
    name: name(),
    shape: shapeOf(fieldOf(fields, "shape"), `${where}.shape`),
    dtype: dtypeOf(fieldOf(fields, "dtype"), `${where}.dtype`),
    initializer: fieldsOf(fieldOf(fields, "initializer"), `${where}.initializer`),
  });
  const truth = (option: string) => {
    const value = fieldOf(fields, option);
    return value === undefined ? {} : { [option]: truthOf(value, `${where}.${option}`) };
  };
  const types = ["parameter", "state", "key", "update", "penalty", "shared"] as const;
  const type = wordOf(fieldOf(fields, "type"), `${where}.type`, types);
  switch (type) {
    case "parameter": {
      const constraint = fieldOf(fields, "constraint");
      return {
        type,
        ...held(),
        ...truth("trainable"),
        ...truth("decay"),
        ...(constraint !== undefined && { constraint }),
      };
    }
    case "state":
      return { type, ...held() };
    case "key":
    case "update":
      return { type, name: name() };
    case "penalty":
      return { type };
    case "shared":
      return { type, layer: textOf(fieldOf(fields, "layer"), `${where}.layer`), name: name() };
    default:
      return type satisfies never;
  }
}

function truthOf(value: Json, where: string): boolean {
  if (typeof value === "boolean") return value;
  throw badField(where, "true or false", value);
}

/** Operations of a written graph, those inside loops too; the reader of the JSON has limited how deep they stand. */
function countOperations(graph: Json | undefined): number {
  if (!isFields(graph)) return 0;
  const nodes = fieldOf(graph, "nodes");
  if (!Array.isArray(nodes)) return 0;
  return nodes.reduce<number>((sum, node: Json) => {
    const attributes = isFields(node) ? fieldOf(node, "attributes") : undefined;
    const body = isFields(attributes) ? fieldOf(attributes, "body") : undefined;
    return sum + 1 + countOperations(body);
  }, 0);
}
