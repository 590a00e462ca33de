import {
  type AnyLayer,
  type Category,
  type Config,
  type Constraint,
  type Initializer,
  isRef,
  type Json,
  type Made,
  type Registry,
  type Revival,
} from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { excerpt } from "./excerpt";
import type { ExpressionRequest } from "./expression";
import { configText } from "./expression-shelf";
import { badField, isFields } from "./field";
import { type FileWarning, missingPlugin, otherVersion } from "./file-warning";
import { type ForeignFile, isForeign, rememberNetwork, rememberStandIn } from "./foreign-kind";
import { isWrittenKind, type NetworkTree, sameId, writtenOut } from "./network-tree";
import { describePlugin, type PluginInFile } from "./plugin-in-file";
import {
  type Missing,
  standInActivation,
  standInConstraint,
  standInInitializer,
  standInLayer,
  standInRegularizer,
} from "./stand-in";

/** What a network is made of again. */
export interface NetworkSource {
  readonly tree: NetworkTree;
  readonly file: ForeignFile;
  readonly registry: Registry;
  readonly missing: "expression" | "error";
  readonly warn: (warning: FileWarning) => void;
  /** Says where to get a plugin that is missing. */
  readonly remedy: (plugin: PluginInFile) => string;
}

/**
 * Makes the network of a file, with the registry's kinds and with stand-ins for foreign kinds that it does not know.
 *
 * An object that stood in several places is one object again.
 */
export function reviveNetwork(source: NetworkSource): { readonly network: AnyLayer; standIns(): number } {
  const { tree, registry } = source;
  const made = new Map<Json, { readonly category: Category; readonly value: Made[Category] } | "open">();
  const kept = new Map<Json, Config>();
  const warned = new Set<string>();
  let standIns = 0;

  const revival: Revival = {
    revive: <C extends Category>(category: C, given: unknown): Made[C] => {
      const id = sameId(given);
      const written = (id === undefined ? given : tree.repeated.get(id)) as Json | undefined;
      const ref = typeof written === "string" ? { kind: written } : written;
      if (!isRef(ref)) throw badField(`the ${category}`, "an object with a kind", written);
      if (!isWrittenKind(written) || !Object.hasOwn(written, "id")) return make(category, ref.kind, written);
      const before = made.get(written);
      if (before === "open" || (before && before.category !== category)) {
        throw badField(`the ${category} ${excerpt(ref.kind)}`, "no part of itself and used as one thing only", written);
      }
      if (before) return before.value as Made[C];
      made.set(written, "open");
      const value = make(category, ref.kind, written);
      made.set(written, { category, value });
      return value;
    },
  };

  const make = <C extends Category>(category: C, kind: string, written: Json | undefined): Made[C] => {
    const config = isFields(written) && Object.hasOwn(written, "config") ? written.config : undefined;
    const plugin = source.file.origins.get(kind);
    if (!isForeign(kind) || registry.has(category, kind) || !plugin) {
      if (plugin)
        warnOnce(
          JSON.stringify(["other version", plugin.plugin, plugin.package?.name]), // two packages may have plugins of one name
          otherVersion(category, kind, plugin, registry.origin(category, kind)),
        );
      return guard(kind, () => registry.reviver(category, kind)(config, revival));
    }
    if (source.missing === "error") throw unknown(category, kind, plugin, source.remedy(plugin));
    const value = standIn(category, kind, config, plugin);
    rememberStandIn(value, plugin, source.file);
    standIns++;
    return value as Made[C];
  };

  const warnOnce = (about: string, warning: FileWarning | undefined): void => {
    if (warning && !warned.has(about)) source.warn(warning);
    if (warning) warned.add(about);
  };

  const standIn = (
    category: Category,
    kind: string,
    config: Json | undefined,
    plugin: PluginInFile,
  ): Made[Category] => {
    const remedy = source.remedy(plugin);
    if (!canStandIn(category) || (category !== "initializer" && source.file.shelf.of(category, kind).length === 0)) {
      throw unknown(category, kind, plugin, remedy);
    }
    warnOnce(`${category} ${kind}`, missingPlugin(category, kind, plugin, remedy));
    const missing: Missing = {
      kind,
      config: config === undefined ? undefined : () => keep(config),
      configText: configText(config === undefined ? undefined : writtenOut(config, tree)),
      plugin,
      remedy,
      shelf: source.file.shelf,
      specs,
    };
    switch (category) {
      case "activation":
        return standInActivation(missing);
      case "constraint":
        return standInConstraint(missing);
      case "initializer":
        return standInInitializer(missing);
      case "layer":
        return standInLayer(missing);
      case "regularizer":
        return standInRegularizer(missing);
      default:
        return category satisfies never;
    }
  };

  const specsOf = new WeakMap<ExpressionRequest, ReturnType<Missing["specs"]>>();
  const specs = (request: ExpressionRequest): { initializer: Initializer; constraint?: Constraint } => {
    const known = specsOf.get(request);
    if (known) return known;
    if (request.type !== "parameter" && request.type !== "state") throw badField("a request", "a parameter", null);
    const constraint = request.type === "parameter" ? request.constraint : undefined;
    const revived = {
      initializer: revival.revive("initializer", request.initializer),
      ...(constraint !== undefined && { constraint: revival.revive("constraint", constraint) }),
    };
    specsOf.set(request, revived);
    return revived;
  };

  /** Options of a missing kind as they are kept for saving: what was made elsewhere is that object, the rest is only kept. */
  const keep = (given: Json): Config => {
    const id = sameId(given);
    const written = (id === undefined ? given : tree.repeated.get(id)) as Json;
    if (typeof written !== "object" || written === null) return written;
    const before = kept.get(written);
    if (before !== undefined) return before;
    const elsewhere = made.get(written);
    if (elsewhere && elsewhere !== "open") return elsewhere.value;
    const value = keepNew(written);
    kept.set(written, value);
    return value;
  };
  const keepNew = (written: Json & object): Config => {
    if (!isFields(written)) return written.map(keep);
    const fields = Object.entries(written).filter(([name]) => !(isWrittenKind(written) && name === "id"));
    const value = Object.freeze(Object.fromEntries(fields.map(([name, part]) => [name, keep(part)])));
    const origin = isWrittenKind(written) ? source.file.origins.get(written.kind) : undefined;
    if (origin) rememberStandIn(value, origin, source.file);
    return value;
  };

  const network = revival.revive("layer", tree.root);
  rememberNetwork(network, source.file, registry);
  return { network, standIns: () => standIns };
}

const replaceable = ["activation", "constraint", "initializer", "layer", "regularizer"] as const;

function canStandIn(category: Category): category is (typeof replaceable)[number] {
  return replaceable.some((one) => one === category);
}

/** What a plugin makes of the config, or its fault as an error of neurite. */
function guard<T>(kind: string, revive: () => T): T {
  try {
    const value = revive();
    if (isRef(value)) return value;
  } catch (cause) {
    if (cause instanceof NeuriteError) throw cause;
    throw new NeuriteError(
      "bad-plugin",
      `The plugin of ${excerpt(kind)} failed to make it of the options in this file: ${String(cause)}. Check the options, and read them with readConfig.`,
      { cause },
    );
  }
  throw new NeuriteError(
    "bad-plugin",
    `The plugin of ${excerpt(kind)} should give an object of that kind, got something else. Return the layer, activation, … from its reviver.`,
  );
}

function unknown(category: Category, kind: string, plugin: PluginInFile, remedy: string): NeuriteError {
  return new NeuriteError(
    "unknown-kind",
    `Unknown ${category} ${excerpt(kind)}: it comes from the plugin ${describePlugin(plugin)}, which is missing here. ${remedy}`,
  );
}
