import type { Json, Place, Ref, Request } from "@neurite/plugin";
import {
  type Graph,
  input,
  NeuriteError,
  rowTemplate,
  substitute,
  type Type,
  type Written,
  write,
} from "@neurite/tensor";
import { type Expression, type ExpressionRequest, samePattern } from "./expression";
import { inputTemplates } from "./parse-expressions";

/** Writes a kind and its options in full. */
export type WriteRef = (ref: Ref, where: string) => Json;

/** A number of rows that the row template looks at, so that a trace for it serves twice. */
export const sampleRows = 7;

/**
 * Cuts what a layer or activation computes in one place out of the traced network, so that it fits any number of rows.
 *
 * Throws `rows-dependent` where it does not, and `bad-plugin` where it uses something that is neither an input nor asked of the scope.
 */
export function cutExpression(
  placeAt: (rows: number) => Place,
  training: boolean,
  writeRef: WriteRef,
): Expression & { readonly category: "activation" | "layer" } {
  const place = placeAt(sampleRows);
  const { category, path, applied } = place;
  const subject = `save: ${applied.kind} at "${path}"`;
  const requests = writeRequests(place, writeRef);
  const text = JSON.stringify(requests);
  const build = (rows: number): Graph => {
    const other = placeAt(rows);
    if (rows !== sampleRows && JSON.stringify(writeRequests(other, writeRef)) !== text) {
      throw new NeuriteError(
        "rows-dependent",
        `${subject} asks its scope for other things when the batch has ${rows} rows than when it has ${sampleRows}. Do not read the number of rows.`,
      );
    }
    return cutGraph(other);
  };
  const graph = asJson(explain(subject, () => rowTemplate(build, { subject })));
  const config = configOf(applied, writeRef);
  const inputs = inputTemplates(graph, place.inputs.length, subject);
  const same = samePattern(place.inputs);
  return {
    category,
    kind: applied.kind,
    config,
    path,
    training,
    same,
    inputs,
    outputs: place.outputs.length,
    requests,
    graph,
  };
}

/** What a constraint or regularizer computes for tensors of one type. */
export function pureExpression(
  category: "constraint" | "regularizer",
  ref: Ref & { apply(x: Graph["inputs"][number]): Graph["outputs"][number] },
  type: Type,
  writeRef: WriteRef,
): Expression {
  const x = input("parameter", type);
  const subject = `save: the ${category} ${ref.kind}`;
  const graph = asJson(explain(subject, () => write({ inputs: [x], outputs: [ref.apply(x)] })));
  const inputs = inputTemplates(graph, 1, subject);
  const pure = { path: undefined, training: false, same: [0], outputs: 1, requests: [] };
  return { category, kind: ref.kind, config: configOf(ref, writeRef), inputs, ...pure, graph };
}

function cutGraph(place: Place): Graph {
  const asked = keptRequests(place).flatMap((r) =>
    r.type === "update" || r.type === "penalty" ? [] : [{ name: nameOf(r, place), tensor: r.tensor }],
  );
  const results = place.requests.flatMap((r) => (r.type === "update" || r.type === "penalty" ? [r.tensor] : []));
  const named = [...place.inputs.map((tensor, i) => ({ name: `input ${i}`, tensor })), ...asked];
  const inputs = named.map(({ name, tensor: { shape, dtype } }) => input(name, { shape, dtype }));
  const from = named.map(({ tensor }) => tensor);
  return { inputs, outputs: substitute([...place.outputs, ...results], from, inputs) };
}

/**
 * What is asked for, then what is handed back: the order in which an expression is replayed.
 *
 * A state that is asked for again after its update is left out: that is made inside, and is no input.
 */
function keptRequests({ requests }: Place): readonly Request[] {
  const updated = new Set<string>();
  const asked: Request[] = [];
  const handed: Request[] = [];
  for (const r of requests) {
    if (r.type === "update") updated.add(r.path);
    if (r.type === "update" || r.type === "penalty") handed.push(r);
    else if (r.type !== "state" || !updated.has(r.path)) asked.push(r);
  }
  return [...asked, ...handed];
}

function writeRequests(place: Place, writeRef: WriteRef): readonly ExpressionRequest[] {
  return keptRequests(place).map((r): ExpressionRequest => {
    switch (r.type) {
      case "penalty":
        return { type: r.type };
      case "key":
      case "update":
        return { type: r.type, name: nameOf(r, place) };
      case "shared":
        return { type: r.type, layer: r.layer, name: r.name };
      case "state":
      case "parameter": {
        const { shape, dtype } = r.tensor;
        const initializer = writeRef(r.spec.initializer, `the initializer of ${r.path}`);
        const held = { name: nameOf(r, place), shape, dtype, initializer };
        if (r.type === "state") return { type: r.type, ...held };
        const { trainable, decay, constraint } = r.spec;
        return {
          type: r.type,
          ...held,
          ...(trainable !== undefined && { trainable }),
          ...(decay !== undefined && { decay }),
          ...(constraint && { constraint: writeRef(constraint, `the constraint of ${r.path}`) }),
        };
      }
      default:
        return r satisfies never;
    }
  });
}

/** The name of a request within its place. */
function nameOf(request: Exclude<Request, { readonly type: "penalty" }>, place: Place): string {
  if (request.type === "shared") return request.name;
  return place.path === "" ? request.path : request.path.slice(place.path.length + 1);
}

function configOf(ref: Ref, writeRef: WriteRef): Json | undefined {
  return (writeRef(ref, ref.kind) as { readonly config?: Json }).config;
}

function explain(subject: string, cut: () => Written): Written {
  try {
    return cut();
  } catch (cause) {
    if (!(cause instanceof NeuriteError) || cause.code !== "missing-input") throw cause;
    throw new NeuriteError(
      "bad-plugin",
      `${subject} cannot be cut out of the network: it uses a tensor that is neither its input nor asked of its scope (${cause.message}) Take it as an input, or ask for it with scope.shared.`,
      { cause },
    );
  }
}

function asJson(written: Written): Json {
  return written as unknown as Json;
}
