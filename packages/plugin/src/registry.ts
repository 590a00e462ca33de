import { NeuriteError, nearestName } from "@neurite/tensor";
import { isRef, type Json } from "./config";
import { type Category, type Made, type Plugin, type Reviver, shelves } from "./plugin";

/** Which kinds a list of plugins knows, by category; a plugin typed only as `Plugin` knows any string. */
export type KindsOf<P extends readonly Plugin[]> = {
  readonly [C in Category]: P[number] extends infer Q
    ? Q extends { readonly [S in (typeof shelves)[C]]?: infer Shelf }
      ? Extract<keyof NonNullable<Shelf>, string>
      : never
    : never;
};

type AnyKinds = { readonly [C in Category]: string };

/** Makes values of what a file holds: `{ kind, config }`, or a kind alone as a text. */
export interface Revival {
  revive<C extends Category>(category: C, written: unknown): Made[C];
}

/** The plugin that a kind comes from. */
export interface Origin {
  readonly plugin: string;
  readonly package?: { readonly name: string; readonly version: string };
}

/** Turns the names in files and on command lines into values. Made by the caller, immutable. */
export interface Registry<K extends AnyKinds = AnyKinds> extends Revival {
  /** The value of a kind, with options. Throws `unknown-kind`. */
  make<C extends Category>(category: C, kind: K[C], config?: Json): Made[C];
  /** Whether a kind is known. */
  has(category: Category, kind: string): boolean;
  /** All kinds of a category, sorted. */
  kinds<C extends Category>(category: C): readonly K[C][];
  /** Where a kind comes from. */
  origin(category: Category, kind: string): Origin | undefined;
  /** The function that makes a kind of a file's config; `load` wraps it. */
  reviver<C extends Category>(category: C, kind: string): Reviver<Made[C]>;
}

interface Entry {
  readonly reviver: Reviver<Made[Category]>;
  readonly origin: Origin;
}

/**
 * Makes a registry of plugins.
 *
 * Throws `duplicate-kind` where two plugins define one kind of a category, `bad-plugin` for what is no plugin.
 *
 * @example
 * ```ts
 * import { createRegistry } from "@neurite/plugin";
 *
 * const registry = createRegistry({
 *   plugins: [{ name: "acme", activations: { "acme/square": () => ({ kind: "acme/square", apply: (x) => x.mul(x) }) } }],
 * });
 * console.log(registry.kinds("activation")); // → [ 'acme/square' ]
 * ```
 */
export function createRegistry<const P extends readonly Plugin[]>(options: {
  readonly plugins: P;
}): Registry<KindsOf<P>> {
  if (!Array.isArray(options?.plugins)) {
    throw new NeuriteError(
      "bad-plugin",
      "createRegistry: expected { plugins: [builtins, …] }, a list of plugins. Pass them so.",
    );
  }
  const entries = new Map<string, Entry>();
  const known = new Map<Category, string[]>();
  for (const category of Object.keys(shelves) as Category[]) {
    const kinds: string[] = [];
    for (const plugin of options.plugins) {
      checkPlugin(plugin);
      for (const [kind, reviver] of Object.entries(plugin[shelves[category]] ?? {})) {
        const origin: Origin = {
          plugin: plugin.name,
          ...(plugin.package && { package: plugin.package }),
        };
        addEntry(entries, category, kind, { reviver: reviver as Reviver<Made[Category]>, origin });
        kinds.push(kind);
      }
    }
    known.set(category, kinds.sort());
  }

  const find = (category: Category, kind: string): Entry => {
    const entry = entries.get(`${category}:${kind}`);
    if (entry) return entry;
    const list = known.get(category) ?? [];
    const near = nearestName(kind, list);
    throw new NeuriteError(
      "unknown-kind",
      `Unknown ${category} ${JSON.stringify(kind)}. ${near === undefined ? "" : `Did you mean "${near}"? `}This registry knows: ${list.join(", ") || "none"}. Pass the plugin that defines it: createRegistry({ plugins: [builtins, …] }).`,
    );
  };
  const registry: Registry = {
    make: (category, kind, config) => registry.reviver(category, kind)(config, registry),
    has: (category, kind) => entries.has(`${category}:${kind}`),
    kinds: (category) => known.get(category) ?? [],
    origin: (category, kind) => entries.get(`${category}:${kind}`)?.origin,
    reviver: <C extends Category>(category: C, kind: string) => find(category, kind).reviver as Reviver<Made[C]>,
    revive: (category, written) => {
      const ref = typeof written === "string" ? { kind: written } : written;
      if (!isRef(ref)) {
        throw new NeuriteError(
          "bad-file",
          `Expected ${category} as { "kind": … }, got ${JSON.stringify(written)}. Write its kind and config.`,
        );
      }
      return registry.make(category, ref.kind, ref.config as Json | undefined);
    },
  };
  return Object.freeze(registry) as Registry<KindsOf<P>>;
}

function checkPlugin(plugin: unknown): asserts plugin is Plugin {
  const named = typeof plugin === "object" && plugin !== null && "name" in plugin;
  if (!named || typeof plugin.name !== "string") {
    throw new NeuriteError(
      "bad-plugin",
      `createRegistry: a plugin should be an object with a name, got ${typeof plugin}. Pass the value that the plugin's package exports.`,
    );
  }
}

function addEntry(entries: Map<string, Entry>, category: Category, kind: string, entry: Entry) {
  const key = `${category}:${kind}`;
  const rival = entries.get(key);
  if (rival) {
    throw new NeuriteError(
      "duplicate-kind",
      `createRegistry: the ${category} "${kind}" is defined by ${nameOf(rival.origin)} and by ${nameOf(entry.origin)}. Leave one of the two plugins out.`,
    );
  }
  const { origin, reviver } = entry;
  if (typeof reviver !== "function") {
    throw new NeuriteError(
      "bad-plugin",
      `createRegistry: the ${category} "${kind}" of "${origin.plugin}" should be a function from config to value, got ${typeof reviver}. Write () => value.`,
    );
  }
  entries.set(key, {
    origin,
    reviver: (config, revival) => {
      const made = reviver(config, revival);
      // under another name a model file would not find it again
      if (!isRef(made) || made.kind === kind) return made;
      throw new NeuriteError(
        "bad-plugin",
        `The ${category} "${kind}" of the plugin "${origin.plugin}" should be of that kind, got ${JSON.stringify(made.kind)}. Use one name in both places.`,
      );
    },
  });
}

function nameOf({ plugin, package: source }: Origin): string {
  return source ? `"${plugin}" (${source.name} ${source.version})` : `"${plugin}"`;
}
