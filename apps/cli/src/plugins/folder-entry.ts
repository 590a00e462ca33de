import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve as resolvePackage } from "import-meta-resolve";
import * as v from "valibot";

const manifest = v.object({ name: v.string(), exports: v.optional(v.unknown()), main: v.optional(v.string()) });

/** The file that a package's folder is imported by, as its package.json tells, whether it is there or not; undefined where none is told. */
export async function folderEntry(folder: string): Promise<string | undefined> {
  const file = resolve(folder, "package.json");
  try {
    const { name, exports, main } = v.parse(manifest, JSON.parse(await readFile(file, "utf8")));
    // a package may import itself by its name, so that Node's own rules read the conditions of "exports"
    if (exports !== undefined) return fileURLToPath(resolvePackage(name, pathToFileURL(file).href));
    return main === undefined ? undefined : resolve(folder, main);
  } catch {
    return undefined;
  }
}
