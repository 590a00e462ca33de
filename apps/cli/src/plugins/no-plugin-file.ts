// What to say where --plugin names no file and no package that is there.
import { realpath, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { NeuriteError } from "neurite";
import type { Io } from "../io";
import { folderEntry } from "./folder-entry";

/** The error for a folder, which names the file to pass instead. */
export async function folderGiven(given: string, io: Io): Promise<NeuriteError> {
  const folder = await realpath(resolve(io.cwd, given));
  const entry = await folderEntry(folder);
  const remedy =
    entry === undefined
      ? "Pass the file in it that has the plugin."
      : `Its package.json names ${below(given, relative(folder, entry))}: ${(await kindOf(entry, io)) ? "pass" : "build it, then pass"} that.`;
  return new NeuriteError("no-such-file", `--plugin ${given}: expected a file, got a folder. ${remedy}`);
}

function below(folder: string, path: string): string {
  return `${folder.replace(/[/\\]+$/, "")}/${path.replaceAll(sep, "/")}`;
}

/** The error for a text that is no path and no installed package: a path without `./`, or a package to install. */
export async function notInstalled(given: string, io: Io): Promise<NeuriteError> {
  const missing = `--plugin ${given}: expected an installed package, got none of that name here or in a folder above.`;
  const found = await kindOf(given, io);
  if (found !== undefined) return new NeuriteError("no-such-file", `${missing} Did you mean the ${found} ./${given}?`);
  const [first = ""] = given.split("/");
  // not npm install: a package that happens to be called like a folder here would be a stranger's
  if (/\.[cm]?[jt]sx?$/.test(given) || (first !== given && (await kindOf(first, io)) === "folder")) {
    return new NeuriteError(
      "no-such-file",
      `--plugin ${given}: expected a readable file, got no file of that name. Check the path or build it, then pass ./${given}.`,
    );
  }
  return new NeuriteError("no-such-file", `${missing} Run npm install ${packageOf(given)}.`);
}

/** The package of a name, without the file in it. */
export function packageOf(given: string): string {
  return given
    .split("/")
    .slice(0, given.startsWith("@") ? 2 : 1)
    .join("/");
}

/** What stands at a path, if anything. */
export async function kindOf(path: string, { cwd }: Io): Promise<"file" | "folder" | undefined> {
  return stat(resolve(cwd, path)).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => undefined,
  );
}
