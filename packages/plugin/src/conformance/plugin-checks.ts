import type { Json } from "../config";
import { type Category, type Made, type Plugin, shelves } from "../plugin";
import { type BundleOptions, bundleChecks } from "./bundle-checks";
import { type ConformanceOptions, conformanceChecks } from "./conformance";
import type { Check } from "./finding";
import type { Harness } from "./harness";
import { kindFaults } from "./kind-checks";

/** How the kinds of a plugin are checked: for each, by its name, what it needs. */
export interface PluginOptions extends Pick<ConformanceOptions, "builtin"> {
  /** How the package is bundled, to see that importing it does nothing; without it, that is not looked at. */
  readonly bundle?: BundleOptions | undefined;
  readonly kinds?: Readonly<Record<string, Omit<ConformanceOptions, "plugin" | "builtin">>>;
}

/** The checks of one part of a plugin: the plugin itself, or a kind. */
export interface CheckedPart {
  readonly subject: string;
  readonly checks: readonly Check[];
}

/** The checks of a plugin and of every kind in it. */
export function pluginChecks(plugin: Plugin, options: PluginOptions, harness: Harness): readonly CheckedPart[] {
  const { builtin = false, kinds = {}, bundle } = options;
  const parts = (Object.keys(shelves) as Category[]).flatMap((category) =>
    Object.keys(plugin[shelves[category]] ?? {}).map((kind): CheckedPart => {
      const own = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
      const make = () => makeOf(plugin, category, kind, own?.config, harness, builtin);
      return { subject: kind, checks: conformanceChecks(category, make, { ...own, plugin, builtin }, harness) };
    }),
  );
  const known = new Set(parts.map(({ subject }) => subject));
  const own: readonly Check[] = [
    { name: "name", run: () => nameFaults(plugin, builtin) },
    { name: "fields", run: () => fieldFaults(plugin, builtin) },
    {
      name: "registry",
      run: () => {
        if (!builtin) harness.registry(plugin); // throws where a kind is defined twice
        if (parts.length === 0) return ["the plugin has no kinds. Put one on a shelf, as in activations: { … }."];
        const strays = Object.keys(kinds).filter((kind) => !known.has(kind));
        return strays.map((kind) => `the plugin has no kind "${kind}", for which the test has options.`);
      },
    },
    ...(bundle ? bundleChecks(bundle) : []),
  ];
  return [{ subject: plugin.name || "plugin", checks: own }, ...parts];
}

function makeOf<C extends Category>(
  plugin: Plugin,
  category: C,
  kind: string,
  config: Json | undefined,
  harness: Harness,
  builtin: boolean,
): Made[C] {
  const registry = builtin ? harness.registry() : harness.registry(plugin);
  return registry.make(category, kind, config);
}

function nameFaults({ name, package: source }: Plugin, builtin: boolean): readonly string[] {
  const faults: string[] = [];
  const text = (what: string, given: unknown) => {
    if (typeof given === "string" && given.trim() !== "") return;
    faults.push(
      `${what} should be a text, got ${JSON.stringify(given)}. A model file names it where the plugin is missing.`,
    );
  };
  text("the name of the plugin", name);
  if (name === "neurite" && !builtin)
    faults.push('the plugin should not be called "neurite", as the built-in kinds are.');
  if (source === undefined) return faults;
  text("package.name", source.name);
  text("package.version", source.version);
  return faults;
}

/** Fields that nothing reads, and names of kinds that are none. */
function fieldFaults(plugin: Plugin, builtin: boolean): readonly string[] {
  const fields = new Set<string>(["name", "package", ...Object.values(shelves)]);
  return Object.entries(plugin).flatMap(([field, shelf]) => {
    if (!fields.has(field))
      return [`it has a field "${field}" that nothing reads. There are: ${[...fields].join(", ")}.`];
    if (field === "name" || field === "package") return [];
    return Object.keys(shelf as object).flatMap((kind) => [
      ...kindFaults(kind, builtin),
      ...(builtin || !kind.includes("/") ? [] : prefixFaults(kind, plugin.name)),
    ]);
  });
}

function prefixFaults(kind: string, name: string): readonly string[] {
  if (kind.startsWith(`${name}/`)) return [];
  return [
    `the kind "${kind}" should begin with the name of its plugin, as in "${name}/${kind.slice(kind.lastIndexOf("/") + 1)}".`,
  ];
}
