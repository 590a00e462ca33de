import { type DType, derive, formatType, input, NeuriteError, type Tensor, type Type, within } from "@neurite/tensor";
import { checkParameter } from "./check-parameter";
import type { Activation, AnyLayer } from "./layer";
import type { ParameterSpec, Scope, StateSpec } from "./scope";

/** One thing that a layer asked its scope for, in the order of asking. */
export type Request =
  | { readonly type: "parameter"; readonly path: string; readonly tensor: Tensor; readonly spec: ParameterSpec }
  | { readonly type: "state"; readonly path: string; readonly tensor: Tensor; readonly spec: StateSpec }
  | { readonly type: "update" | "key"; readonly path: string; readonly tensor: Tensor }
  | { readonly type: "penalty"; readonly tensor: Tensor }
  | { readonly type: "shared"; readonly layer: string; readonly name: string; readonly tensor: Tensor };

/** One application of a layer or an activation: what went in, what came out, what was asked for in between. */
export interface Place {
  readonly path: string;
  readonly category: "layer" | "activation";
  readonly applied: AnyLayer | Activation;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  /** How many layers it stands below the root. */
  readonly depth: number;
  readonly requests: readonly Request[];
}

/** A parameter or state and the tensor that stands for it. */
export interface Slot<S extends StateSpec = StateSpec> {
  readonly spec: S;
  readonly tensor: Tensor;
}

/** What one application of a network to symbols recorded. */
export interface Trace {
  readonly output: Tensor | readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly parameters: ReadonlyMap<string, Slot<ParameterSpec>>;
  readonly state: ReadonlyMap<string, Slot>;
  /** The next value of each state that training sets. */
  readonly updates: ReadonlyMap<string, Tensor>;
  readonly penalties: readonly Tensor[];
  /** All applications, each after the ones inside it. */
  readonly places: readonly Place[];
}

export interface TraceOptions {
  readonly training: boolean;
  readonly dtype: DType;
  /** The key of this step, int32 [2]; needed where a layer asks for one. */
  readonly key?: Tensor;
  /** Tensors that stand for parameters and state, by path; for others graph inputs are made. */
  readonly tensors?: ReadonlyMap<string, Tensor>;
  /** The path of the root, empty unless told otherwise. */
  readonly path?: string;
}

/**
 * Applies a layer to symbols once and records what it asked for.
 *
 * Summary, initialisation, training, prediction and saving read the record; no layer declares its shapes.
 */
export function trace(layer: AnyLayer, inputs: readonly Tensor[], options: TraceOptions): Trace {
  const { training, dtype } = options;
  const parameters = new Map<string, Slot<ParameterSpec>>();
  const state = new Map<string, Slot>();
  const updates = new Map<string, Tensor>();
  const places: Place[] = [];
  const requests: Request[] = [];
  const occurrences = new Map<string, number>();
  const layerAt = new Map<string, AnyLayer>();
  const pathOf = new Map<AnyLayer, { readonly path: string; readonly holds: boolean }>();

  const standIn = (path: string, type: Type): Tensor => {
    const given = options.tensors?.get(path);
    if (given && formatType(given) !== formatType(type)) {
      throw new NeuriteError(
        "bad-shape",
        `${path}: expected ${formatType(type)}, got ${formatType(given)}. Use weights that were made for this network.`,
      );
    }
    return given ?? input(path, type);
  };

  const note = (request: Request): Tensor => {
    requests.push(request);
    return request.tensor;
  };

  const scopeAt = (path: string, depth: number): Scope => {
    const at = (name: string) => join(path, name);
    /** The slot of a name: asked for twice, it is the same one. */
    const claim = <S extends StateSpec>(slots: Map<string, Slot<S>>, name: string, spec: S): Slot<S> => {
      const full = at(name);
      checkParameter(full, spec);
      const type = { shape: spec.shape, dtype: spec.dtype ?? dtype };
      const known = slots.get(full);
      if (known && formatType(known.tensor) !== formatType(type)) {
        throw new NeuriteError(
          "bad-shape",
          `${full}: asked for as ${formatType(known.tensor)} and then as ${formatType(type)}. A layer that is used twice needs inputs of one width.`,
        );
      }
      if (known) return known;
      const slot = { spec, tensor: standIn(full, type) };
      slots.set(full, slot);
      return slot;
    };
    return {
      training,
      dtype,
      path,
      parameter(name, spec) {
        return note({ type: "parameter", path: at(name), tensor: claim(parameters, name, spec).tensor, spec });
      },
      state(name, spec) {
        const slot = claim(state, name, spec);
        const tensor = updates.get(at(name)) ?? slot.tensor; // used twice in one step, a layer goes on from its own update
        return note({ type: "state", path: at(name), tensor, spec });
      },
      update(name, next) {
        if (!training) return;
        const slot = state.get(at(name));
        if (!slot || formatType(slot.tensor) !== formatType(next)) {
          throw new NeuriteError(
            "bad-plugin",
            `${at(name)}: an update should have the type of its state (${slot ? formatType(slot.tensor) : "none was asked for"}), got ${formatType(next)}. Ask for the state first, and keep its shape.`,
          );
        }
        updates.set(at(name), next);
        note({ type: "update", path: at(name), tensor: next });
      },
      key(name) {
        if (!options.key) {
          throw new NeuriteError(
            "bad-plugin",
            `${at(name)}: random numbers are only there while training. Ask for a key only if scope.training holds.`,
          );
        }
        const occurrence = occurrences.get(at(name)) ?? 0;
        occurrences.set(at(name), occurrence + 1);
        const tensor = derive(derive(options.key, at(name)), occurrence);
        return note({ type: "key", path: at(name), tensor });
      },
      penalty(term) {
        note({ type: "penalty", tensor: term.sum() });
      },
      child: (name, inner, list) => {
        const [only, ...others] = applyLayer(at(name), inner, list, depth + 1);
        if (only && others.length === 0) return only;
        throw new NeuriteError(
          "bad-plugin",
          `${at(name)}: a layer inside another should give one tensor, got ${others.length + 1}. Split it into layers of one output, or apply it with childOutputs.`,
        );
      },
      childOutputs: (name, inner, list) => applyLayer(at(name), inner, list, depth + 1),
      activate(name, activation, x) {
        return record(at(name), "activation", activation, [x], depth + 1, (inner) => [
          activation.apply(x, inner),
        ])[0] as Tensor;
      },
      shared(other, name) {
        const owner = typeof other === "string" ? other : pathOf.get(other)?.path;
        const slot = owner === undefined ? undefined : parameters.get(join(owner, name));
        if (!slot || owner === undefined) {
          throw new NeuriteError(
            "bad-argument",
            `${path}: the shared parameter "${name}" is not there yet. Apply the layer that owns it first, and name one of its parameters.`,
          );
        }
        return note({ type: "shared", layer: owner, name, tensor: slot.tensor });
      },
    };
  };

  const record = (
    path: string,
    category: Place["category"],
    applied: AnyLayer | Activation,
    list: readonly Tensor[],
    depth: number,
    apply: (scope: Scope) => readonly Tensor[],
  ): readonly Tensor[] => {
    const first = requests.length;
    const outputs = within(path, () => apply(scopeAt(path, depth)));
    checkOutputs(path, applied.kind, outputs);
    const asked = requests.slice(first);
    places.push({ path, category, applied, inputs: list, outputs, depth, requests: asked });
    return outputs;
  };

  const applyLayer = (path: string, applied: AnyLayer, list: readonly Tensor[], depth: number): readonly Tensor[] => {
    checkArity(path, applied, list.length);
    const rival = layerAt.get(path);
    if (rival && rival !== applied) {
      throw new NeuriteError(
        "bad-argument",
        `${path}: two different layers (${rival.kind} and ${applied.kind}) have this one name. Give each its own name.`,
      );
    }
    layerAt.set(path, applied);
    const first = requests.length;
    const outputs = record(path, "layer", applied, list, depth, (scope) => {
      const result: unknown = applied.apply(list, scope);
      return (Array.isArray(result) ? result : [result]) as readonly Tensor[];
    });
    const holds = requests.slice(first).some((r) => r.type === "parameter" || r.type === "state");
    const before = pathOf.get(applied);
    if (before && before.path !== path && (holds || before.holds)) {
      throw new NeuriteError(
        "layer-reused",
        `${applied.kind}: one layer object with weights stands at "${before.path}" and at "${path}". Make two layers, or wrap it in shared() to mean one set of weights.`,
      );
    }
    pathOf.set(applied, before ?? { path, holds });
    return outputs;
  };

  const outputs = applyLayer(options.path ?? "", layer, inputs, 0);
  const penalties = requests.flatMap((r) => (r.type === "penalty" ? [r.tensor] : []));
  const [single] = outputs;
  const output = outputs.length === 1 && single ? single : outputs;
  return { output, outputs, parameters, state, updates, penalties, places };
}

/** A path below another. */
function join(path: string, name: string): string {
  return path === "" ? name : `${path}/${name}`;
}

function checkArity(path: string, { kind, arity = 1 }: AnyLayer, got: number): void {
  if (arity === "any" ? got === 0 : got !== arity) {
    throw new NeuriteError(
      "bad-argument",
      `${path || kind}: ${kind} takes ${arity === "any" ? "at least 1" : arity} input${arity === 1 ? "" : "s"}, got ${got}. Join inputs with concatenate, or use a layer of several inputs.`,
    );
  }
}

function checkOutputs(path: string, kind: string, outputs: readonly unknown[]): void {
  const wrong = outputs.findIndex((t) => typeof t !== "object" || t === null || !("node" in t) || !("shape" in t));
  if (outputs.length === 0 || wrong >= 0) {
    throw new NeuriteError(
      "bad-plugin",
      `${path || kind}: apply of "${kind}" should return a tensor, got ${String(outputs[Math.max(0, wrong)])}. Return the last expression.`,
    );
  }
}
