import { builtins, createRegistry, NeuriteError, type Plugin } from "neurite";
import * as v from "valibot";
import { categories } from "../categories";

const text = v.pipe(v.string(), v.nonEmpty());
const schema = v.looseObject({
  name: text,
  package: v.optional(v.looseObject({ name: text, version: text })),
});

/** The plugin that a module exports, as `plugin` or as its default; throws `bad-plugin`. */
export function pluginOf(module: Readonly<Record<string, unknown>>, given: string): Plugin {
  const name = "plugin" in module ? "plugin" : "default";
  if (!(name in module)) {
    throw bad(
      given,
      `expected an export "plugin" or a default export, got ${listed("the export", Object.keys(module))}`,
    );
  }
  const value = module[name];
  const what = name === "plugin" ? 'its export "plugin"' : "its default export";
  const checked = v.safeParse(schema, value);
  if (!checked.success) {
    const [issue] = checked.issues;
    const place = v.getDotPath(issue);
    if (place === null || place === "name") throw bad(given, `${what} should be a plugin, got ${describe(value)}`);
    const expected = place === "package" ? "an object with name and version" : "a text";
    throw bad(given, `"${place}" of ${what} should be ${expected}, got ${describe(issue.input)}`);
  }
  const plugin = value as Plugin;
  const registry = createRegistry({ plugins: [plugin] });
  const kinds = categories.flatMap((category) => registry.kinds(category).map((kind) => ({ category, kind })));
  if (kinds.length === 0) {
    throw bad(given, `${what} should be a plugin with kinds such as activations, got ${describe(value)}`);
  }
  if (plugin.name === builtins.name) {
    throw bad(given, `the name of ${what} should not be "${builtins.name}", which is that of the built-in kinds`);
  }
  const odd = kinds.find(({ kind }) => !/^[^\s/]+(\/[^\s/]+)+$/.test(kind));
  if (odd !== undefined) throw bad(given, `the ${odd.category} "${odd.kind}" should ${kindRule(odd.kind)}`);
  return plugin;
}

/** What the conformance kit says of such a kind; the command's users need not be its author. */
function kindRule(kind: string): string {
  return kind.includes("/")
    ? 'be a prefix and a name without spaces, as in "acme/swish"'
    : `carry a prefix, as in "acme/${kind}": bare words are neurite's own, and a model file keeps the expression of prefixed kinds only`;
}

function bad(given: string, fault: string): NeuriteError {
  return new NeuriteError(
    "bad-plugin",
    `--plugin ${given}: ${fault}. Export it as in: export const plugin = { name: "acme", activations: { "acme/swish": … } }.`,
  );
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return `an object with ${listed("the field", Object.keys(value))}`;
  return typeof value === "function" ? "a function" : String(value);
}

/** `the fields a and b`, of many the first. */
function listed(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `no ${noun.replace("the ", "")}`;
  return `${noun}${names.length === 1 ? "" : "s"} ${names.slice(0, 8).join(", ")}${names.length > 8 ? ", …" : ""}`;
}
