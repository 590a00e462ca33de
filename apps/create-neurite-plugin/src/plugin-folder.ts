// A plugin's folder is made whole or not at all, and never out of one that holds something.
import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ScaffoldError } from "./scaffold-error";

/** Throws `file-exists` if something stands where the folder is to be made. An empty folder is nothing. */
export function checkFree(cwd: string, folder: string): void {
  const found = lstatSync(join(cwd, folder), { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) {
    throw new ScaffoldError(
      "file-exists",
      `${folder} already exists and is no folder. Take another name, or move it away.`,
    );
  }
  const count = readdirSync(join(cwd, folder)).length;
  if (count === 0) return;
  const entries = count === 1 ? "1 entry" : `${count} entries`;
  throw new ScaffoldError(
    "file-exists",
    `The folder ${folder} already exists and should be empty, but has ${entries}. Take another name, or move it away.`,
  );
}

/** Writes the files under a temporary name beside the folder, then renames it; on failure nothing is left behind. */
export function writePluginFolder(cwd: string, folder: string, files: ReadonlyMap<string, string>): void {
  checkFree(cwd, folder);
  const target = join(cwd, folder);
  const temporary = join(cwd, `.${folder.slice(0, 100)}.${randomUUID()}.part`);
  try {
    for (const [path, text] of files) {
      const file = join(temporary, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: "wx" });
    }
    // Windows renames onto no folder, not even an empty one
    if (lstatSync(target, { throwIfNoEntry: false })) rmdirSync(target);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ScaffoldError(
      "cannot-write",
      `The folder ${folder} could not be written (${reason}). Check the folder it is made in, its permissions and its room.`,
      { cause: error },
    );
  }
}
