import { type Config, isRef, type Json, type Ref } from "../config";
import type { Category, Made } from "../plugin";
import type { Registry } from "../registry";
import type { Check } from "./finding";

/** How the name and the options of a kind are checked. */
export interface KindOptions<T> {
  /** A registry that knows the kind; without one, the way through a file is not tried. */
  readonly registry?: (() => Registry) | undefined;
  /** For kinds of neurite itself, whose names are bare words. */
  readonly builtin?: boolean | undefined;
  /** The options that the kind was made of in a file, all of which it has to keep. */
  readonly given?: Json | undefined;
  /** Says what the kind does, to compare it with what came out of a file. */
  text?(made: T): string;
}

/** The checks of what every kind has: its name, and options that survive a file. */
export function kindChecks<C extends Category>(
  category: C,
  make: () => Made[C],
  { registry, builtin = false, given, text = () => "" }: KindOptions<Made[C]>,
): readonly Check[] {
  const checks: readonly Check[] = [
    { name: "kind", run: () => kindFaults(make().kind, builtin) },
    { name: "config", run: () => configFaults(make()) },
  ];
  if (!registry) return checks;
  return [
    ...checks,
    {
      name: "config round trip",
      run: () => [...unreadFaults(make(), given), ...roundTripFaults(category, make, registry(), text)],
    },
  ];
}

/** What is wrong with the name of a kind. */
export function kindFaults(kind: unknown, builtin: boolean): readonly string[] {
  if (typeof kind !== "string" || kind.trim() === "") {
    return [`the kind should be a text, got ${JSON.stringify(kind)}. Name it, as in "acme/swish".`];
  }
  if (builtin) return kind.includes("/") ? [`the kind "${kind}" should be a bare word.`] : [];
  if (!kind.includes("/")) {
    return [
      `the kind "${kind}" should carry a prefix, as in "acme/${kind}": bare words are neurite's own, and a model file keeps the expression of prefixed kinds only.`,
    ];
  }
  return /^[^\s/]+(\/[^\s/]+)+$/.test(kind)
    ? []
    : [`the kind "${kind}" should be a prefix and a name without spaces, as in "acme/swish".`];
}

function configFaults({ config }: Ref): readonly string[] {
  const odd = config === undefined ? undefined : oddPart(config, "config", []);
  return odd ? [`${odd} cannot stand in a file. Keep numbers, texts, lists, plain objects and kinds in config.`] : [];
}

/** Where a config holds something that is neither plain data nor a kind. */
function oddPart(config: unknown, path: string, above: readonly unknown[]): string | undefined {
  if (config === null || typeof config === "string" || typeof config === "boolean") return undefined;
  if (typeof config === "number") return Number.isFinite(config) ? undefined : `${path} (${config})`;
  if (typeof config !== "object") return `${path} (${typeof config})`;
  if (above.includes(config)) return `${path} (which contains itself)`;
  const inside = [...above, config];
  if (isRef(config)) return config.config === undefined ? undefined : oddPart(config.config, `${path}.config`, inside);
  const prototype: unknown = Object.getPrototypeOf(config);
  if (!Array.isArray(config) && prototype !== Object.prototype && prototype !== null) {
    return `${path} (a ${config.constructor.name})`;
  }
  for (const [name, part] of Object.entries(config)) {
    const odd = part === undefined ? undefined : oddPart(part, `${path}.${name}`, inside);
    if (odd) return odd;
  }
  return undefined;
}

/** Options that were given and that are not among those of the kind: its plugin does not read them. */
function unreadFaults({ config }: Ref, given: Json | undefined): readonly string[] {
  if (given === undefined) return [];
  const kept = config === undefined ? undefined : (toJson(config) as Json);
  if (holds(kept, given)) return [];
  return [
    `made of ${JSON.stringify(given)}, its config is ${JSON.stringify(kept)}: the plugin does not read all of it. Read every option with readConfig.`,
  ];
}

/** Whether all that was given is there; there may be more, such as usual values, and a number may have become a list of it. */
function holds(kept: Json | undefined, given: Json): boolean {
  if (isList(given))
    return isList(kept) && kept.length === given.length && given.every((part, i) => holds(kept[i], part));
  if (isList(kept)) return kept.length > 0 && kept.every((part) => holds(part, given));
  if (typeof given !== "object" || given === null) {
    const kind = typeof kept === "object" && kept !== null ? (kept as { kind?: Json }).kind : kept;
    return kind === given;
  }
  if (typeof kept !== "object" || kept === null) return false;
  const own = new Map(Object.entries(kept));
  return Object.entries(given).every(([name, part]) => holds(own.get(name), part as Json));
}

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

function roundTripFaults<C extends Category>(
  category: C,
  make: () => Made[C],
  registry: Registry,
  text: (made: Made[C]) => string,
): readonly string[] {
  const made = make();
  const written = JSON.stringify(toJson(made));
  const again = registry.revive(category, JSON.parse(written));
  const rewritten = JSON.stringify(toJson(again));
  const remedy = "Put every option into config, and read it in the plugin.";
  if (written !== rewritten) return [`written to a file and read again, ${written} became ${rewritten}. ${remedy}`];
  return text(made) === text(again)
    ? []
    : [`read again from ${written}, it computes something else: an option is missing in config. ${remedy}`];
}

/** A kind as a file holds it: the names of options in one order. */
function toJson(part: Config | Ref): unknown {
  if (isRef(part)) return { kind: part.kind, ...(part.config !== undefined && { config: toJson(part.config) }) };
  if (Array.isArray(part)) return part.map((p: Config) => toJson(p));
  if (typeof part !== "object" || part === null) return part;
  const sorted = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, p]) => [name, toJson(p as Config)]));
}
