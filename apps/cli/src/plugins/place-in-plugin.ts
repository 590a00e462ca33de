import { realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../io";
import { packageUrl } from "./find-plugin";
import { packageOf } from "./no-plugin-file";

/**
 * Where in the plugins passed a fault came up: the first line of its stack that lies in one of them, as in `acme.mjs:3:20`.
 *
 * A plugin is the file that was passed or that its package is imported by, or any other file of an installed package.
 */
export function placeInPlugin(thrown: unknown, given: readonly string[], io: Io): string | undefined {
  const files = new Set(given.flatMap((plugin) => filesOf(plugin, io)));
  const folders = given.map((plugin) => `/node_modules/${packageOf(plugin)}/`);
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  for (const line of stack.split("\n")) {
    const [, file = "", row, column] = /((?:file:|[/\\]|[A-Za-z]:[/\\]).*):(\d+):(\d+)\)?$/.exec(line) ?? [];
    const path = pathOf(file);
    if (files.has(path) || folders.some((folder) => path.replaceAll("\\", "/").includes(folder))) {
      return `${relative(realPath(io.cwd), path)}:${row}:${column}`;
    }
  }
  return undefined;
}

/** The files that a plugin may be: by its path, and by its package, which may be linked from elsewhere. */
function filesOf(plugin: string, io: Io): readonly string[] {
  const byPath = realPath(resolve(io.cwd, plugin));
  try {
    return [byPath, realPath(fileURLToPath(packageUrl(plugin, io)))];
  } catch {
    return [byPath];
  }
}

/** A file of a stack; a stack may be anyone's text, and telling of one fault must not end in another. */
function pathOf(file: string): string {
  if (!file.startsWith("file:")) return file;
  try {
    return fileURLToPath(file);
  } catch {
    return "";
  }
}

/** As Node names files in stacks: links are followed. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
