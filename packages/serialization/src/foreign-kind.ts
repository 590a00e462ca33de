import type { Category, Json, Origin, Ref, Registry } from "@neurite/plugin";
import type { ExpressionShelf } from "./expression-shelf";
import { badField, checkNames, fieldOf, fieldsOf, listOf, textOf } from "./field";
import { type PluginInFile, pluginInFile } from "./plugin-in-file";

/** Whether a kind is not one of neurite's own, which are bare words. */
export function isForeign(kind: string): boolean {
  return kind.includes("/");
}

/** What a file knows of its foreign kinds; a stand-in keeps it, so that it can be saved again. */
export interface ForeignFile {
  readonly origins: ReadonlyMap<string, PluginInFile>;
  readonly shelf: ExpressionShelf;
}

interface Memory {
  readonly origin: Origin;
  readonly file: ForeignFile;
}

const standIns = new WeakMap<object, Memory>();
const networks = new WeakMap<object, ReadonlyMap<string, Origin>>();

/** Notes what a file knows of a kind whose plugin is missing, for when its stand-in is saved again. */
export function rememberStandIn(ref: object, origin: Origin, file: ForeignFile): void {
  standIns.set(ref, { origin, file });
}

/** The file that a stand-in was loaded from. */
export function fileOf(ref: object): ForeignFile | undefined {
  return standIns.get(ref)?.file;
}

/**
 * Notes where the kinds of a network that was loaded come from.
 *
 * The network keeps them and not each kind, since one activation object may come out of several registries.
 */
export function rememberNetwork(network: object, file: ForeignFile, registry: Registry): void {
  const origins = [...file.origins].map(([kind, origin]) => [kind, registered(kind, registry) ?? origin] as const);
  if (origins.length > 0) networks.set(network, new Map(origins));
}

/** Where the foreign kinds of a network that was loaded come from. */
export function originsOf(network: object): ReadonlyMap<string, Origin> | undefined {
  return networks.get(network);
}

const categories = [
  ...(["layer", "activation", "initializer", "regularizer", "constraint"] as const),
  ...(["loss", "optimizer", "schedule", "metric"] as const),
] satisfies readonly Category[];

/** Where a foreign kind comes from: for a stand-in what its file said, else what the registry says. */
export function originOf(ref: Ref, registry: Registry | undefined): Origin | undefined {
  return standIns.get(ref)?.origin ?? (registry && registered(ref.kind, registry));
}

function registered(kind: string, registry: Registry): Origin | undefined {
  for (const category of categories) {
    const origin = registry.origin(category, kind);
    if (origin) return origin;
  }
  return undefined;
}

/** The origin of a kind that nothing is known of: that of another kind with its prefix, or just the prefix. */
export function guessOrigin(kind: string, known: ReadonlyMap<string, Origin>): Origin {
  const prefix = kind.slice(0, kind.lastIndexOf("/") + 1);
  const relatives = [...known].filter(([other]) => other.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
  return relatives[0]?.[1] ?? { plugin: prefix.slice(0, -1) };
}

/** Foreign kinds as a file lists them. */
export function writeOrigins(origins: ReadonlyMap<string, Origin>): readonly Json[] {
  const sorted = [...origins].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([kind, { plugin, package: source }]) => ({
    kind,
    plugin,
    ...(source && { package: { name: source.name, version: source.version } }),
  }));
}

/** Reads the list of foreign kinds of a file. */
export function parseOrigins(written: Json | undefined): ReadonlyMap<string, PluginInFile> {
  const origins = new Map<string, PluginInFile>();
  for (const [i, entry] of listOf(written ?? [], "foreign").entries()) {
    const where = `foreign[${i}]`;
    const fields = fieldsOf(entry, where);
    checkNames(fields, where, ["kind", "plugin", "package"]);
    const kind = textOf(fieldOf(fields, "kind"), `${where}.kind`);
    if (!isForeign(kind) || origins.has(kind))
      throw badField(`${where}.kind`, "a kind with a prefix, listed once", kind);
    const plugin = textOf(fieldOf(fields, "plugin"), `${where}.plugin`);
    const source = fieldOf(fields, "package");
    origins.set(kind, pluginInFile(plugin, source === undefined ? source : parsePackage(source, `${where}.package`)));
  }
  return origins;
}

function parsePackage(written: Json, where: string): { readonly name: string; readonly version: string } {
  const fields = fieldsOf(written, where);
  const name = textOf(fieldOf(fields, "name"), `${where}.name`);
  return { name, version: textOf(fieldOf(fields, "version"), `${where}.version`) };
}
