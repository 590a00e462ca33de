// Folders outside the repository, as users and plugin authors have them, and what they type there.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";

const made: string[] = [];

/** An empty folder; `removeFolders` takes it away. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "neurite-user-")));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}

/** Files in the folders made so far, but for packages in them, that tell of the registry of the tests, which no user and no author has. */
export function filesWithRegistry(): string[] {
  const { host } = new URL(inject("npmSettings").npm_config_registry as string);
  return made.flatMap(ownFiles).filter((file) => readFileSync(file, "latin1").includes(host));
}

/** All files below a folder; of installed packages only npm's record of them. */
function ownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.name === "node_modules") return entry.isDirectory() ? [path.join(file, ".package-lock.json")] : [];
    return entry.isDirectory() ? ownFiles(file) : [file];
  });
}

/** An empty npm project with packages installed by their names. */
export function projectWith(...packages: readonly string[]): string {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  type(folder, "npm", "install", ...packages);
  return folder;
}

/** Runs a command in a folder, as one typed there; gives what it prints, and throws with all of it where it fails. */
export function type(folder: string, command: string, ...args: readonly string[]): string {
  const { stdout, stderr, status, error } = attempt(folder, command, ...args);
  if (status === 0) return stdout;
  throw new Error(`${[command, ...args].join(" ")} ended with ${status ?? error}:\n${stdout}\n${stderr}`);
}

/** Runs a command that may fail. */
export function attempt(folder: string, command: string, ...args: readonly string[]) {
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1", ...inject("npmSettings") };
  return spawnSync(command, args, { cwd: folder, env, encoding: "utf8" });
}

/** Writes a file into the folder and runs it with Node; gives what it prints. */
export function runIn(folder: string, name: string, code: string): string {
  writeFileSync(path.join(folder, name), code);
  return type(folder, process.execPath, name);
}
