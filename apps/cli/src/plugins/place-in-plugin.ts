import { realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../io";
import { packageOf } from "./no-plugin-file";

/**
 * Where in the plugins passed a fault came up: the first line of its stack that lies in one of their files, as in `acme.mjs:3:20`.
 *
 * The file is the one that was passed, or any one of a package that was.
 */
export function placeInPlugin(thrown: unknown, given: readonly string[], { cwd }: Io): string | undefined {
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  for (const line of stack.split("\n")) {
    const [, file = "", row, column] = /((?:file:|[/\\]|[A-Za-z]:[/\\]).*):(\d+):(\d+)\)?$/.exec(line) ?? [];
    const path = pathOf(file);
    if (path === "" || !given.some((plugin) => isIn(path, plugin, cwd))) continue;
    return `${relative(realPath(cwd), path)}:${row}:${column}`;
  }
  return undefined;
}

function isIn(path: string, plugin: string, cwd: string): boolean {
  return (
    path === realPath(resolve(cwd, plugin)) ||
    path.replaceAll("\\", "/").includes(`/node_modules/${packageOf(plugin)}/`)
  );
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
