import { builtins, createRegistry, type Plugin, type Registry } from "neurite";
import type { Io } from "./io";
import { importPlugin } from "./plugins/import-plugin";

/** The kinds that the command knows: those that neurite brings, and those of the plugins that `--plugin` names. */
export async function openRegistry(given: readonly string[] | undefined, io: Io): Promise<Registry> {
  // a set, since one module may be named in several ways, and it gives one plugin
  const plugins = new Set<Plugin>([builtins]);
  for (const one of new Set(given)) plugins.add(await importPlugin(one, io));
  return createRegistry({ plugins: [...plugins] });
}
