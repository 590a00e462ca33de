import type { Config, Ref } from "../config";
import { isRef } from "../config";
import type { Category, Made } from "../plugin";
import type { Registry } from "../registry";
import type { Check } from "./finding";

/** The checks of what every kind has: its name, and options that survive a file. */
export function kindChecks<C extends Category>(
  category: C,
  make: () => Made[C],
  options: { readonly registry?: Registry | undefined; readonly builtin?: boolean | undefined },
): readonly Check[] {
  const checks: Check[] = [
    { name: "kind", run: () => kindFaults(make(), options.builtin ?? false) },
    { name: "config", run: () => configFaults(make()) },
  ];
  const { registry } = options;
  if (registry) checks.push({ name: "config round trip", run: () => roundTripFaults(category, make(), registry) });
  return checks;
}

function kindFaults({ kind }: Ref, builtin: boolean): readonly string[] {
  if (typeof kind !== "string" || kind.trim() === "") {
    return [`the kind should be a text, got ${JSON.stringify(kind)}. Name it, as in "acme/swish".`];
  }
  if (builtin === kind.includes("/")) {
    return [
      builtin
        ? `the kind "${kind}" should be a bare word.`
        : `the kind "${kind}" should carry a prefix, as in "acme/${kind}": bare words are neurite's own, and a model file keeps the expression of prefixed kinds only.`,
    ];
  }
  return [];
}

function configFaults({ kind, config }: Ref): readonly string[] {
  const odd = config === undefined ? undefined : oddPart(config, "config");
  return odd
    ? [`${kind}: ${odd} cannot stand in a file. Keep numbers, texts, lists, objects and kinds in config.`]
    : [];
}

/** Where a config holds something that is neither plain data nor a kind. */
function oddPart(config: unknown, path: string): string | undefined {
  if (config === null || typeof config === "string" || typeof config === "boolean") return undefined;
  if (typeof config === "number") return Number.isFinite(config) ? undefined : `${path} (${config})`;
  if (typeof config !== "object") return `${path} (${typeof config})`;
  if (isRef(config)) return config.config === undefined ? undefined : oddPart(config.config, `${path}.config`);
  for (const [name, part] of Object.entries(config)) {
    const odd = part === undefined ? undefined : oddPart(part, `${path}.${name}`);
    if (odd) return odd;
  }
  return undefined;
}

function roundTripFaults<C extends Category>(category: C, made: Made[C], registry: Registry): readonly string[] {
  const written = JSON.stringify(toJson(made));
  const again = registry.revive(category, JSON.parse(written));
  const rewritten = JSON.stringify(toJson(again));
  return written === rewritten
    ? []
    : [
        `${made.kind}: written to a file and read again, ${written} became ${rewritten}. Put every option into config, and read it in the plugin.`,
      ];
}

function toJson(part: Config | Ref): unknown {
  if (isRef(part)) return { kind: part.kind, ...(part.config !== undefined && { config: toJson(part.config) }) };
  if (Array.isArray(part)) return part.map((p: Config) => toJson(p));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, p]) => [name, toJson(p as Config)]));
}
