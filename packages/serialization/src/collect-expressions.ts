import type { Model } from "@neurite/network";
import { isRef, type Place, type Ref, type Regularizer, type Trace, trace } from "@neurite/plugin";
import { formatType, input, NeuriteError, type Type } from "@neurite/tensor";
import { cutExpression, pureExpression, sampleRows, type WriteRef } from "./cut-expression";
import { type Expression, expressionKey, expressionText } from "./expression";
import { fileOf, isForeign } from "./foreign-kind";

/** Applies a model's network to stand-ins for so many rows; each case once. */
export function createTracer({ network, inputs, dtype }: Model): (training: boolean, rows: number) => Trace {
  const traces = new Map<string, Trace>();
  return (training, rows) => {
    const name = `${training} ${rows}`;
    const known = traces.get(name);
    if (known) return known;
    const stands = inputs.map((type, i) => input(`input ${i}`, { shape: [rows, ...type.shape], dtype: type.dtype }));
    const key = input("key", { shape: [2], dtype: "int32" });
    const traced = trace(network, stands, { training, dtype, ...(training && { key }) });
    traces.set(name, traced);
    return traced;
  };
}

/**
 * The expressions of all foreign kinds of a network, for prediction, and for training where that differs.
 *
 * @param tracer applies the network
 * @param refs the kinds in its options
 * @param writeRef writes a kind in full
 */
export function collectExpressions(
  tracer: (training: boolean, rows: number) => Trace,
  refs: readonly Ref[],
  writeRef: WriteRef,
): readonly Expression[] {
  const found = new Map<string, Expression>();
  const add = (expression: Expression): void => {
    if (expression.training) {
      const predicting = found.get(expressionKey({ ...expression, training: false }));
      if (predicting && expressionText(predicting) === expressionText(expression)) return;
    }
    const key = expressionKey(expression);
    const rival = found.get(key);
    if (rival && expressionText(rival) !== expressionText(expression)) throw ambiguous(expression);
    found.set(key, expression);
  };
  const addIfNew = (expression: Expression): void => {
    if (!found.has(expressionKey(expression))) found.set(expressionKey(expression), expression);
  };

  for (const training of [false, true]) {
    const { places, parameters } = tracer(training, sampleRows);
    for (const [i, { applied }] of places.entries()) {
      if (isForeign(applied.kind))
        add(cutExpression((rows) => placeOf(tracer(training, rows), i, places), training, writeRef));
    }
    for (const { spec, tensor } of parameters.values()) {
      const { constraint } = spec;
      if (constraint && isForeign(constraint.kind)) add(pureExpression("constraint", constraint, tensor, writeRef));
    }
  }
  const { places } = tracer(false, sampleRows);
  for (const ref of refs) {
    if (isRegularizer(ref, places)) regularizerExpressions(ref, places, writeRef).forEach(addIfNew);
  }
  for (const { applied, path } of places) carried(applied, path).forEach(addIfNew);
  for (const ref of refs) {
    for (const expression of fileOf(ref)?.shelf.expressions ?? []) {
      if (expression.path === undefined && expression.kind === ref.kind) addIfNew(expression);
    }
  }
  return [...found.values()];
}

/** The same place in a trace for another number of rows. */
function placeOf({ places }: Trace, index: number, expected: readonly Place[]): Place {
  const place = places[index];
  const first = expected[index];
  if (place && first && place.path === first.path && place.applied.kind === first.applied.kind) return place;
  throw new NeuriteError(
    "rows-dependent",
    `save: the network applies other layers when the batch has another number of rows, first at "${first?.path}". Do not read the number of rows.`,
  );
}

/** A stand-in computes in one piece what its layer did with the help of others; their expressions are kept for when its plugin is back. */
function carried(applied: Ref, path: string): readonly Expression[] {
  const prefix = path === "" ? "" : `${path}/`;
  return (fileOf(applied)?.shelf.expressions ?? []).filter((e) => e.path !== path && e.path?.startsWith(prefix));
}

/** A foreign kind among the options that is applied to parameters by the layer that holds it. */
function isRegularizer(ref: Ref, places: readonly Place[]): ref is Regularizer {
  if (!isForeign(ref.kind) || !("apply" in ref) || typeof ref.apply !== "function") return false;
  const constrains = (r: Place["requests"][number]) => r.type === "parameter" && r.spec.constraint === ref;
  return !places.some((place) => place.applied === ref || place.requests.some(constrains));
}

/** What a regularizer computes for each of the parameters that it may be meant for. */
function regularizerExpressions(ref: Regularizer, places: readonly Place[], writeRef: WriteRef): readonly Expression[] {
  const types = new Map<string, Type>();
  for (const { applied, requests } of places) {
    if (!holds(applied, ref)) continue;
    for (const r of requests) if (r.type === "parameter") types.set(formatType(r.tensor), r.tensor);
  }
  return [...types.values()].flatMap((type) => {
    try {
      return [pureExpression("regularizer", ref, type, writeRef)];
    } catch {
      return []; // it was not meant for a parameter of this shape
    }
  });
}

function holds(layer: Ref, ref: Ref): boolean {
  const { config } = layer;
  if (typeof config !== "object" || config === null || isRef(config)) return false;
  return Object.values(config).some((option) => option === ref || (Array.isArray(option) && option.includes(ref)));
}

function ambiguous({ kind, path }: Expression): NeuriteError {
  return new NeuriteError(
    "bad-plugin",
    `save: "${kind}" computes different things for inputs of the same types at "${path ?? "its parameters"}", so a file cannot tell them apart. Apply it under different names.`,
  );
}
