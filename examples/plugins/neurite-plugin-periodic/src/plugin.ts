import { type Plugin, readConfig } from "@neurite/plugin";
import { name, version } from "../package.json";
import { normal } from "./normal";
import { plr } from "./plr";

/**
 * The kinds of this package by name: `createRegistry({ plugins: [builtins, plugin] })`.
 *
 * @example
 * ```ts
 * import { builtins, createRegistry } from "neurite";
 * import { plugin } from "neurite-plugin-periodic";
 *
 * const registry = createRegistry({ plugins: [builtins, plugin] });
 * console.log(registry.make("layer", "periodic/plr", { sigma: 1 }).kind); // → periodic/plr
 * ```
 */
export const plugin = {
  name: "periodic",
  package: { name, version },
  initializers: {
    "periodic/normal": (config, revival) =>
      normal(readConfig("periodic/normal", config, revival).number("standardDeviation") ?? 1),
  },
  layers: {
    "periodic/plr": (config, revival) => {
      const read = readConfig("periodic/plr", config, revival);
      return plr({
        frequencies: read.number("frequencies"),
        sigma: read.number("sigma"),
        units: read.number("units"),
        lite: read.flag("lite"),
      });
    },
  },
} satisfies Plugin;
