import { readFile as read } from "node:fs/promises";
import { resolve } from "node:path";
import { NeuriteError } from "neurite";
import type { Io } from "../io";

/** A file's bytes and the name that messages give it. */
export interface NamedBytes {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Reads a file, or standard input for `-`; throws `no-such-file`. */
export async function readFile(path: string, io: Io): Promise<NamedBytes> {
  if (path === "-") return { bytes: await readAll(io), name: "standard input" };
  const full = resolve(io.cwd, path);
  try {
    return { bytes: await read(full), name: path };
  } catch (error) {
    throw new NeuriteError("no-such-file", `${path}: expected a readable file, got ${reason(error)}. Check the path.`, {
      cause: error,
    });
  }
}

async function readAll(io: Io): Promise<Uint8Array> {
  if (io.stdin.isTTY === true) io.stderr.write("Reading standard input; Ctrl-D ends it.\n");
  const pieces: Uint8Array[] = [];
  for await (const piece of io.stdin) pieces.push(piece);
  return Buffer.concat(pieces);
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "no file of that name";
  if (code === "EISDIR") return "a folder";
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  return error instanceof Error ? error.message : String(error);
}
