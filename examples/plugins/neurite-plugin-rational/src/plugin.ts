import { type Json, type Plugin, type Revival, readConfig } from "@neurite/plugin";
import { name, version } from "../package.json";
import { coefficients } from "./coefficients";
import { type PadeOptions, pade } from "./pade";
import type { StartForm } from "./start-forms";

/**
 * The kinds of this package by name: `createRegistry({ plugins: [builtins, plugin] })`.
 *
 * @example
 * ```ts
 * import { builtins, createRegistry } from "neurite";
 * import { plugin } from "neurite-plugin-rational";
 *
 * const registry = createRegistry({ plugins: [builtins, plugin] });
 * console.log(registry.make("activation", "rational/pade").kind); // → rational/pade
 * ```
 */
export const plugin = {
  name: "rational",
  package: { name, version },
  activations: {
    "rational/pade": (config, revival) => {
      const read = readConfig("rational/pade", config, revival);
      return pade({ start: readStart(read.raw("start"), revival), perColumn: read.flag("perColumn") });
    },
  },
  initializers: {
    "rational/coefficients": (config, revival) =>
      coefficients(readConfig("rational/coefficients", config, revival).numbers("numbers") ?? []),
  },
} satisfies Plugin;

function readStart(start: Json | undefined, revival: Revival): PadeOptions["start"] {
  // whether there is such a form, pade asks itself
  if (start === undefined || typeof start === "string") return start as StartForm | undefined;
  const read = readConfig("rational/pade", start, revival);
  return { numerator: read.numbers("numerator") ?? [], denominator: read.numbers("denominator") ?? [] };
}
