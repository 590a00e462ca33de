// Values that stand for kinds whose plugin is missing: they replay the expressions of the file.
import type { Activation, AnyLayer, Config, Constraint, Initializer, Ref, Regularizer, Scope } from "@neurite/plugin";
import { formatType, NeuriteError, read, substitute, type Tensor } from "@neurite/tensor";
import { excerpt } from "./excerpt";
import type { Expression, ExpressionCategory, ExpressionRequest } from "./expression";
import type { Chosen, ExpressionShelf } from "./expression-shelf";
import { describePlugin, type PluginInFile } from "./plugin-in-file";

/** What a stand-in is made of. */
export interface Missing {
  readonly kind: string;
  /** Its options; worked out when asked for, since they may hold kinds that are made later. */
  readonly config: (() => Config) | undefined;
  /** The options as the expressions name them. */
  readonly configText: string;
  readonly plugin: PluginInFile;
  /** Where to get the plugin. */
  readonly remedy: string;
  readonly shelf: ExpressionShelf;
  /** The kinds that an expression asks its scope with. */
  specs(request: ExpressionRequest): { readonly initializer: Initializer; readonly constraint?: Constraint };
}

/** A layer that asks its scope for what the missing one asked for, in the same order, and computes the same. */
export function standInLayer(missing: Missing): AnyLayer {
  const counts = new Set(missing.shelf.of("layer", missing.kind).map(({ inputs }) => inputs.length));
  const [count] = counts;
  const layer: AnyLayer = {
    ...refOf(missing),
    arity: counts.size === 1 && count !== undefined ? count : "any",
    apply: (inputs: readonly Tensor[], scope) => {
      const outputs = replay(missing, "layer", inputs, scope);
      return outputs.length === 1 ? (outputs[0] as Tensor) : outputs;
    },
  };
  return withConfig(layer, missing);
}

export function standInActivation(missing: Missing): Activation {
  const apply = (x: Tensor, scope: Scope) => replay(missing, "activation", [x], scope)[0] as Tensor;
  return withConfig({ ...refOf(missing), apply }, missing);
}

export function standInConstraint(missing: Missing): Constraint {
  return withConfig({ ...refOf(missing), apply: (next) => replayPure(missing, "constraint", next) }, missing);
}

export function standInRegularizer(missing: Missing): Regularizer {
  return withConfig({ ...refOf(missing), apply: (p) => replayPure(missing, "regularizer", p) }, missing);
}

/** An initializer whose plugin is missing: the weights are in the file, but it cannot draw new ones. */
export function standInInitializer(missing: Missing): Initializer {
  const sample = (): never => {
    throw new NeuriteError(
      "unknown-kind",
      `The initializer ${excerpt(missing.kind)} of ${describePlugin(missing.plugin)} is missing, so no new weights can be drawn. ${missing.remedy}`,
    );
  };
  return withConfig({ ...refOf(missing), sample }, missing);
}

function refOf({ kind }: Missing): Ref {
  return { kind };
}

function withConfig<T extends Ref>(ref: T, { config }: Missing): T {
  if (config) Object.defineProperty(ref, "config", { enumerable: true, get: config });
  return Object.freeze(ref);
}

/** Computes what the missing kind would: its outputs; updates and penalties go to the scope. */
function replay(
  missing: Missing,
  category: ExpressionCategory,
  inputs: readonly Tensor[],
  scope: Scope,
): readonly Tensor[] {
  const { path, training } = scope;
  const wanted = { category, kind: missing.kind, config: missing.configText, path, training, inputs };
  const chosen = missing.shelf.choose(wanted);
  if (!chosen) throw noExpression(missing, category, path, inputs);
  const { expression } = chosen;
  const asked = expression.requests.flatMap((request) => ask(missing, request, chosen, scope));
  const results = run(chosen, [...inputs, ...asked], path);
  const outputs = results.slice(0, expression.outputs);
  const rest = results.slice(expression.outputs).values();
  for (const request of expression.requests) {
    if (request.type === "update") scope.update(request.name, next(rest, path));
    if (request.type === "penalty") scope.penalty(next(rest, path));
  }
  if (outputs.length !== expression.outputs || !rest.next().done) throw uneven(path);
  return outputs;
}

function ask(missing: Missing, request: ExpressionRequest, { prefix }: Chosen, scope: Scope): readonly Tensor[] {
  switch (request.type) {
    case "parameter": {
      const { shape, dtype, trainable, decay } = request;
      const kept = { ...(trainable !== undefined && { trainable }), ...(decay !== undefined && { decay }) };
      return [scope.parameter(request.name, { shape, dtype, ...kept, ...missing.specs(request) })];
    }
    case "state": {
      const { initializer } = missing.specs(request);
      return [scope.state(request.name, { shape: request.shape, dtype: request.dtype, initializer })];
    }
    case "key":
      return [scope.key(request.name)];
    case "shared":
      return [scope.shared(`${prefix}${request.layer}`, request.name)];
    case "update":
    case "penalty":
      return [];
    default:
      return request satisfies never;
  }
}

/** A constraint or regularizer: a function of one tensor. */
function replayPure(missing: Missing, category: "constraint" | "regularizer", x: Tensor): Tensor {
  const { kind, configText: config } = missing;
  const chosen = missing.shelf.choose({ category, kind, config, path: undefined, training: false, inputs: [x] });
  if (!chosen) throw noExpression(missing, category, undefined, [x]);
  const [output, ...others] = run(chosen, [x], kind);
  if (!output || others.length > 0) throw uneven(kind);
  return output;
}

function run({ expression, rows }: Chosen, inputs: readonly Tensor[], place: string): readonly Tensor[] {
  const graph = read(expression.graph, rows);
  const expected = graph.inputs.map(formatType).join();
  const got = inputs.map(formatType).join();
  if (expected === got) return substitute(graph.outputs, graph.inputs, inputs);
  throw new NeuriteError(
    "bad-file",
    `${place}: the expression of ${excerpt(expression.kind)} in this file takes ${expected || "nothing"}, but asks for ${got}. Write the file anew.`,
  );
}

function next(results: Iterator<Tensor>, place: string): Tensor {
  const { value, done } = results.next();
  if (done) throw uneven(place);
  return value;
}

function uneven(place: string): NeuriteError {
  return new NeuriteError(
    "bad-file",
    `${place}: an expression in this file should give its outputs, updates and penalties, and gives another number of tensors. Write the file anew.`,
  );
}

function noExpression(
  { kind, plugin, remedy }: Missing,
  category: Expression["category"],
  path: string | undefined,
  inputs: readonly Tensor[],
): NeuriteError {
  const place = path === undefined ? "" : ` at ${excerpt(path)}`;
  return new NeuriteError(
    "unknown-kind",
    `The ${category} ${excerpt(kind)} of ${describePlugin(plugin)} is missing, and its file has no expression of it for ${inputs.map(formatType).join(", ")}${place}. ${remedy}`,
  );
}
