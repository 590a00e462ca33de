import { input, type Tensor, type Value } from "@neurite/tensor";
import type { AnyLayer } from "../layer";
import { applyLayer } from "./applied";
import type { Check } from "./finding";
import type { Harness } from "./harness";
import type { LayerSubject } from "./layer-checks";
import { close } from "./sample-values";

/** The check that all backends give what the first one gives, within rounding. */
export function backendChecks({ make, inputs }: LayerSubject, { backends }: Harness): readonly Check[] {
  const [measure, ...others] = backends;
  if (!measure) return [];
  const answers = (backend: (typeof backends)[number], layer: AnyLayer): readonly Value[] => {
    const { trace, values } = applyLayer(layer, inputs, { dtype: "float32", training: false });
    const named = [...values].map(([tensor, value], i) => [`value ${i}`, tensor, value] as const);
    const entry = {
      inputs: Object.fromEntries(named.map(([name, tensor]) => [name, tensor])) as Record<string, Tensor>,
      outputs: Object.fromEntries(trace.outputs.map((t, i) => [String(i), t])),
      updates: {},
    };
    // a program has at least one state, so that backends without any are no special case
    const state = { unused: input("unused", { shape: [], dtype: "float32" }) };
    const given = Object.fromEntries(named.map(([name, , value]) => [name, value]));
    return Object.values(backend.compile({ state, entries: { run: entry } }).run("run", given));
  };
  return others.map((backend) => ({
    name: `parity of ${backend.name}`,
    run: () => {
      const layer = make();
      const [want, got] = [answers(measure, layer), answers(backend, layer)];
      return want.every((value, i) => close(value, got[i] as Value, 1e-5))
        ? []
        : [`${backend.name} and ${measure.name} give different numbers.`];
    },
  }));
}
