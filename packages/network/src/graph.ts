import { type AnyLayer, type Json, type Reviver, readConfig } from "@neurite/plugin";
import { NeuriteError, type Tensor } from "@neurite/tensor";

/** A point in a graph of layers: one of its inputs, or what a layer gives. */
export interface Point {
  readonly layer?: AnyLayer;
  readonly from: readonly Point[];
}

/** An input of a graph of layers. */
export function inputPoint(): Point {
  return { from: [] };
}

/** What a layer makes of other points. */
export function connect(layer: AnyLayer, ...from: readonly Point[]): Point {
  if (from.length === 0) {
    throw new NeuriteError(
      "bad-argument",
      `connect: expected the points that ${layer.kind} takes, got none. Pass at least one.`,
    );
  }
  return { layer, from };
}

/**
 * A network of any shape: several inputs, several outputs, branches that join.
 *
 * Paths: layer `i`, in the order of computation, of kind `k` stands at `i/k`; a layer object applied twice has one set of weights.
 *
 * @example
 * ```ts
 * import { concatenate, dense } from "@neurite/layers";
 * import { connect, createModel, graph, inputPoint } from "@neurite/network";
 *
 * const customer = inputPoint();
 * const account = inputPoint();
 * const both = connect(concatenate(), connect(dense({ units: 2 }), customer), account);
 * const network = graph({ inputs: [customer, account], outputs: [connect(dense({ units: 1 }), both)] });
 * console.log(createModel(network, { inputs: [[3], [2]], seed: 1 }).summary().parameters); // → 13
 * ```
 */
export function graph(options: { readonly inputs: readonly Point[]; readonly outputs: readonly Point[] }): AnyLayer {
  const { inputs, outputs } = options;
  const order = new Map<Point, number>(inputs.map((point, i) => [point, i]));
  const steps: { readonly layer: AnyLayer; readonly from: readonly number[] }[] = [];
  const visit = (point: Point): number => {
    const known = order.get(point);
    if (known !== undefined) return known;
    const from = point.from.map(visit);
    if (!point.layer) {
      throw new NeuriteError(
        "bad-argument",
        "graph: an output depends on an input point that is not among the inputs. List every input point.",
      );
    }
    const at = inputs.length + steps.length;
    steps.push({ layer: point.layer, from });
    order.set(point, at);
    return at;
  };
  return fromSteps(inputs.length, steps, outputs.map(visit));
}

function fromSteps(
  inputs: number,
  steps: readonly { readonly layer: AnyLayer; readonly from: readonly number[] }[],
  outputs: readonly number[],
): AnyLayer {
  if (inputs === 0 || outputs.length === 0) {
    throw new NeuriteError(
      "bad-argument",
      `graph: expected at least one input and one output, got ${inputs} and ${outputs.length}. List them.`,
    );
  }
  const firstOf = (layer: AnyLayer) => steps.findIndex((step) => step.layer === layer);
  return {
    kind: "graph",
    config: { inputs, steps, outputs },
    arity: inputs,
    apply: (given: readonly Tensor[], scope) => {
      const values = [...given];
      const at = (i: number) => values[i] as Tensor;
      for (const { layer, from } of steps) {
        values.push(scope.child(`${firstOf(layer)}/${layer.kind}`, layer, from.map(at)));
      }
      return outputs.length === 1 ? at(outputs[0] as number) : outputs.map(at);
    },
  };
}

export const reviveGraph: Reviver<AnyLayer> = (config, revival) => {
  const read = readConfig("graph", config, revival);
  const inputs = read.number("inputs") ?? 0;
  const written = read.raw("steps");
  const places = (list: readonly number[] | undefined, limit: number): readonly number[] => {
    if (list?.every((i) => Number.isInteger(i) && i >= 0 && i < limit)) return list;
    throw new NeuriteError(
      "bad-file",
      `graph: a step should take what was made before it, got ${JSON.stringify(list)} at ${limit}. Write the file anew.`,
    );
  };
  const steps = (Array.isArray(written) ? written : []).map((step: Json, i) => {
    const reader = readConfig("graph", step, revival);
    const layer = reader.made("layer", "layer");
    const from = places(reader.numbers("from"), inputs + i);
    if (layer) return { layer, from };
    throw new NeuriteError("bad-file", `graph: step ${i} lacks its layer. Write the file anew.`);
  });
  return fromSteps(inputs, steps, places(read.numbers("outputs"), inputs + steps.length));
};
