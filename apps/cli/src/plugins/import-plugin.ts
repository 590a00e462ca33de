import { NeuriteError, type Plugin } from "neurite";
import type { Io } from "../io";
import { findPlugin } from "./find-plugin";
import { importFault } from "./import-fault";
import { pluginOf } from "./plugin-of";

/** The plugin of a file or a package that the user has named. This runs its code. Throws `bad-plugin`, and as `findPlugin` does. */
export async function importPlugin(given: string, io: Io): Promise<Plugin> {
  const url = await findPlugin(given, io);
  let module: Readonly<Record<string, unknown>>;
  try {
    module = await import(/* @vite-ignore */ url);
  } catch (error) {
    throw new NeuriteError("bad-plugin", `--plugin ${given}: ${importFault(error, url)}`, { cause: error });
  }
  return pluginOf(module, given);
}
