// For the tests of the checks: a small engine of its own, since the real one stands above this package.
import {
  allocate,
  constant,
  deriveKey,
  evaluate,
  gradient,
  interpreter,
  keyTensor,
  seedKey,
  type Tensor,
  type Value,
} from "@neurite/tensor";
import { type Category, createRegistry, type Plugin, type Registry } from "../index";
import type { AnyLayer } from "../layer";
import { trace } from "../trace";
import type { Finding } from "./finding";
import type { Harness, HarnessModel, HostOptions } from "./harness";

interface Made extends HarnessModel {
  readonly network: AnyLayer;
  readonly weights: ReadonlyMap<string, Value>;
}

const ones = {
  kind: "ones",
  sample: (shape: readonly number[]) => new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(1),
};

/** A layer of units with the parts that a check gives it. */
function hostLayer(options: HostOptions): AnyLayer {
  const { units, activation, weightsInitializer: initializer = ones, weightsRegularizer, weightsConstraint } = options;
  return {
    kind: "host",
    config: { ...options },
    apply: ([x]: readonly [Tensor], scope) => {
      const shape = [x.shape.at(-1) ?? 0, units];
      const weights = scope.parameter("weights", {
        shape,
        initializer,
        ...(weightsConstraint && { constraint: weightsConstraint }),
      });
      if (weightsRegularizer) scope.penalty(weightsRegularizer.apply(weights));
      const y = x.matmul(weights);
      return activation ? scope.activate("activation", activation, y) : y;
    },
  };
}

function sequential(layers: readonly AnyLayer[]): AnyLayer {
  return {
    kind: "sequential",
    config: { layers },
    apply: ([x]: readonly [Tensor], scope) => layers.reduce((y, layer, i) => scope.child(String(i), layer, [y]), x),
  };
}

const builtins: Plugin = {
  name: "builtins",
  layers: {
    host: (config, revival) => {
      const fields = config as { readonly [name: string]: unknown };
      const made = <C extends Category>(category: C, name: string) =>
        fields[name] === undefined ? {} : { [name]: revival.revive(category, fields[name]) };
      return hostLayer({
        units: Number(fields.units),
        ...made("activation", "activation"),
        ...made("initializer", "weightsInitializer"),
        ...made("regularizer", "weightsRegularizer"),
        ...made("constraint", "weightsConstraint"),
      });
    },
    sequential: (config, revival) =>
      sequential((config as { layers: readonly unknown[] }).layers.map((layer) => revival.revive("layer", layer))),
  },
};

function modelOf(network: AnyLayer, weights: ReadonlyMap<string, Value>): Made {
  const tensors = new Map([...weights].map(([path, value]) => [path, constant(value)]));
  return {
    network,
    weights,
    predictAll: (inputs) => {
      const symbols = inputs.map((value) => constant(value));
      return evaluate(trace(network, symbols, { training: false, dtype: "float32", tensors }).outputs);
    },
  };
}

/** A harness for the tests of the checks; `faults` puts something else in the place of a part. */
export function testHarness(faults: Partial<Harness> = {}): Harness {
  const files = new Map<string, Made>();
  return {
    backends: [interpreter],
    registry: (...plugins) => createRegistry({ plugins: [builtins, ...plugins] }),
    hostLayer,
    sequential,
    createModel: (network, { inputs }) => {
      const rows = inputs.map(({ shape, dtype }) =>
        constant({ shape: [1, ...shape], dtype, data: allocate(dtype, shape[0] ?? 1) }),
      );
      const { parameters } = trace(network, rows, { training: false, dtype: "float32" });
      const values = [...parameters].map(([path, { spec, tensor }]) => {
        const data = Float32Array.from(spec.initializer.sample(tensor.shape, deriveKey(seedKey(0), path)));
        return [path, { shape: tensor.shape, dtype: "float32", data }] as const;
      });
      return modelOf(network, new Map(values));
    },
    fit: async (start, { inputs, targets }, { epochs }) => {
      const { network, weights } = start as Made;
      let held = weights;
      for (let epoch = 0; epoch < epochs; epoch++) {
        const tensors = new Map([...held].map(([path, value]) => [path, constant(value)]));
        const key = keyTensor(deriveKey(seedKey(1), epoch));
        const traced = trace(
          network,
          inputs.map((value) => constant(value)),
          { training: true, dtype: "float32", tensors, key },
        );
        const miss = (traced.outputs[0] as Tensor).sub(constant(targets[0] as Value));
        const slopes = gradient(miss.mul(miss).mean(), [...tensors.values()]);
        const moved = evaluate(
          [...tensors.values()].map((t, i) => t.sub((slopes[i] as Tensor).mul(0.01))),
        ) as readonly Value[];
        held = new Map([...held.keys()].map((path, i) => [path, moved[i] as Value]));
      }
      return modelOf(network, held);
    },
    save: (model) => {
      const id = String(files.size);
      files.set(id, model as Made);
      return new TextEncoder().encode(id);
    },
    load: (bytes, registry, missing) => {
      const { network, weights } = files.get(new TextDecoder().decode(bytes)) as Made;
      return modelOf(revived(network, registry, missing), weights);
    },
    ...faults,
  };
}

/** A network as a file would give it back: made of its options where the registry can, otherwise as it was. */
function revived(network: AnyLayer, registry: Registry, missing: "expression" | "error"): AnyLayer {
  try {
    return registry.revive("layer", JSON.parse(JSON.stringify(network)));
  } catch (error) {
    if (missing === "error") throw error;
    return network;
  }
}

/** Findings as one text. */
export const told = (findings: readonly Finding[]) =>
  findings.map(({ check, message }) => `${check}: ${message}`).join("\n");
