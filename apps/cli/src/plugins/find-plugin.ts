import { access } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { isAbsolute, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve as resolvePackage } from "import-meta-resolve";
import { NeuriteError } from "neurite";
import { readFile } from "../files/read-file";
import type { Io } from "../io";
import { folderGiven, kindOf, notInstalled, packageOf } from "./no-plugin-file";
import { thrownText } from "./thrown-text";

/** The name of a package, and a file in it after a slash. */
const packageName = /^(@[\w.-]+\/)?\w[\w.-]*(\/[\w.-]+)*$/;

/**
 * The URL of the module that `--plugin` means: a file by its path, or an installed package by its name, both as seen from the current folder.
 *
 * Throws `usage`, `no-such-file`, or `bad-plugin` for a package that has nothing to import.
 */
export async function findPlugin(given: string, io: Io): Promise<string> {
  if (isPath(given)) {
    if ((await kindOf(given, io)) === "folder") throw await folderGiven(given, io);
    await readFile(given, io);
    return pathToFileURL(resolve(io.cwd, given)).href;
  }
  if (!packageName.test(given) || isBuiltin(given)) {
    throw new NeuriteError(
      "usage",
      `--plugin: expected the path of a file, as in ./acme.mjs, or the name of an installed package without a version, got "${given}". Take one of these.`,
    );
  }
  try {
    const url = packageUrl(given, io);
    await access(fileURLToPath(url));
    return url;
  } catch (error) {
    const reason = thrownText(error);
    if (reason.startsWith(`Cannot find package '${packageOf(given)}'`)) throw await notInstalled(given, io);
    throw new NeuriteError(
      "bad-plugin",
      `--plugin ${given}: the package is installed, but has nothing to import there: ${reason}. Install it anew, or build it.`,
      { cause: error },
    );
  }
}

/** The URL of what an installed package is imported by. */
export function packageUrl(given: string, { cwd }: Io): string {
  return resolvePackage(given, pathToFileURL(`${resolve(cwd)}${sep}`).href);
}

function isPath(given: string): boolean {
  return isAbsolute(given) || /^(\.{1,2}([/\\]|$)|[a-z]:[/\\])/i.test(given);
}
