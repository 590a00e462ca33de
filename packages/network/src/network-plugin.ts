import type { Plugin } from "@neurite/plugin";
import { reviveGraph } from "./graph";
import { lossShelf } from "./losses/loss-shelf";
import { metricShelf } from "./metrics/metric-shelf";
import { optimizerShelf } from "./optimizers/optimizer-shelf";
import { scheduleShelf } from "./schedules/schedule-shelf";
import { reviveSequential } from "./sequential";
import { reviveShared } from "./shared";

/**
 * The ways to join layers, the losses, optimizers, schedules and metrics of this package by name, for files and command lines.
 *
 * @example
 * ```ts
 * import { networkPlugin } from "@neurite/network";
 * import { createRegistry } from "@neurite/plugin";
 *
 * const registry = createRegistry({ plugins: [networkPlugin] });
 * console.log(registry.make("loss", "huber", { delta: 2 }).config); // → { delta: 2 }
 * ```
 */
export const networkPlugin = {
  name: "@neurite/network",
  layers: {
    graph: reviveGraph,
    sequential: reviveSequential,
    shared: reviveShared,
  },
  losses: lossShelf,
  metrics: metricShelf,
  optimizers: optimizerShelf,
  schedules: scheduleShelf,
} as const satisfies Plugin;
