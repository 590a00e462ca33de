// A file is written whole or not at all: a run that is cut off must not leave half a model under a good name.
import { randomUUID } from "node:crypto";
import { access, constants, rename, rm, stat, writeFile as write } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { NeuriteError } from "neurite";

/** How to write. */
export interface WriteOptions {
  /** The folder that a relative path starts from. */
  readonly cwd: string;
  /** Whether an existing file may be replaced. */
  readonly force: boolean;
  /** What else one can pass where the file exists; another name with --out unless told otherwise. */
  readonly instead?: string;
}

/** Throws `file-exists` or `cannot-write` if a file cannot be written here: to be asked before long work starts. */
export async function checkWritable(path: string, options: WriteOptions): Promise<void> {
  await placeOf(path, options);
}

/** Writes a file under a temporary name in the same folder, then renames it; on failure nothing is left behind. */
export async function writeFile(path: string, content: Uint8Array | string, options: WriteOptions): Promise<void> {
  const { full, device } = await placeOf(path, options);
  if (device) {
    return write(full, content).catch((error: unknown) => {
      throw cannotWrite(path, error);
    });
  }
  const temporary = join(dirname(full), `.${basename(full).slice(0, 100)}.${randomUUID()}.part`);
  try {
    await write(temporary, content, { flag: "wx" });
    await rename(temporary, full);
  } catch (error) {
    await rm(temporary, { force: true });
    throw cannotWrite(path, error);
  }
}

async function placeOf(
  path: string,
  { cwd, force, instead = "--out with another name" }: WriteOptions,
): Promise<{ full: string; device: boolean }> {
  const full = resolve(cwd, path);
  const folder = await stat(dirname(full)).catch(() => undefined);
  if (folder?.isDirectory() !== true) {
    throw new NeuriteError(
      "cannot-write",
      `${path}: expected an existing folder, got none of the name ${dirname(path)}. Make it first.`,
    );
  }
  const existing = await stat(full).catch(() => undefined);
  if (existing?.isDirectory() === true) {
    throw new NeuriteError("cannot-write", `${path}: expected the name of a file, got a folder. Name a file in it.`);
  }
  // A device such as /dev/null is written to, not replaced.
  const device = existing !== undefined && !existing.isFile();
  if (existing?.isFile() === true && !force) {
    throw new NeuriteError("file-exists", `${path} already exists. Pass --force to replace it, or ${instead}.`);
  }
  await access(device ? full : dirname(full), constants.W_OK).catch((error: unknown) => {
    throw cannotWrite(path, error);
  });
  return { full, device };
}

/** The error of a file or folder that could not be written. */
export function cannotWrite(path: string, cause: unknown): NeuriteError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new NeuriteError(
    "cannot-write",
    `${path}: the file could not be written (${reason}). Check the folder, its permissions and its room.`,
    { cause },
  );
}
