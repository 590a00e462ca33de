import { type LoadOptions, loadTable, NeuriteError, type Registry, type TabularModel } from "neurite";
import type { Io } from "../io";
import { pluginRemedy } from "../plugins/plugin-remedy";
import { isSafetensors } from "./is-safetensors";
import { type NamedBytes, readFile } from "./read-file";

/** A model that was read from a file, and what there was to mind. */
export interface ReadModel {
  readonly model: TabularModel;
  readonly warnings: readonly string[];
}

/** Reads a table's model; errors name the file. Kinds that the registry lacks run from their expressions in the file. */
export async function readModel(path: string, registry: Registry, io: Io): Promise<ReadModel> {
  const file = await readFile(path, io);
  if (!isSafetensors(file)) {
    throw new NeuriteError(
      "bad-file",
      `${file.name}: expected a model that train has written, got no safetensors file. The model comes first, then the table.`,
    );
  }
  const warnings: string[] = [];
  const options: LoadOptions = {
    registry,
    remedy: pluginRemedy,
    onWarning: ({ message }) => warnings.push(`${file.name}: ${message}`),
  };
  return { model: aboutFile(file, (bytes) => loadTable(bytes, options)), warnings };
}

/** Refuses to read both a model and a table from standard input. */
export function checkOneStdin(model: string, table: string): void {
  if (model !== "-" || table !== "-") return;
  throw new NeuriteError(
    "usage",
    'Model and table cannot both come from standard input ("-"). Give one of them a path.',
  );
}

/** Reads bytes; what is wrong with them is told with the file's name. */
export function aboutFile<T>({ bytes, name }: NamedBytes, read: (bytes: Uint8Array) => T): T {
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof NeuriteError) || error.code === "internal") throw error;
    const message = error.message.replace(/^safetensors: /, "");
    throw new NeuriteError(error.code, `${name}: ${message}`, { cause: error });
  }
}
