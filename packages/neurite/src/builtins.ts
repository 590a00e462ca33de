import { activationsPlugin } from "@neurite/activations";
import { layersPlugin } from "@neurite/layers";
import { networkPlugin } from "@neurite/network";
import type { Plugin } from "@neurite/plugin";

/**
 * Every kind that neurite brings, as one plugin.
 *
 * @example
 * ```ts
 * import { builtins, createRegistry } from "neurite";
 *
 * const registry = createRegistry({ plugins: [builtins] });
 * console.log(registry.make("activation", "tanh").kind); // → tanh
 * ```
 */
export const builtins = /* @__PURE__ */ join();

function join() {
  return {
    name: "neurite",
    activations: activationsPlugin.activations,
    constraints: layersPlugin.constraints,
    initializers: layersPlugin.initializers,
    layers: { ...layersPlugin.layers, ...networkPlugin.layers },
    losses: networkPlugin.losses,
    metrics: networkPlugin.metrics,
    optimizers: networkPlugin.optimizers,
    regularizers: layersPlugin.regularizers,
    schedules: networkPlugin.schedules,
  } as const satisfies Plugin;
}
