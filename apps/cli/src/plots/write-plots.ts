// Drawings go into a folder, each written whole or not at all.
import { mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { NeuriteError } from "neurite";
import { cannotWrite, checkWritable, type WriteOptions, writeFile } from "../files/write-file";
import type { NamedSvg } from "./residual-plots";

/** Where drawings go and whether they may replace others. */
export type PlotOptions = Pick<WriteOptions, "cwd" | "force">;

/** Throws `file-exists` or `cannot-write` where drawings of these names cannot be written: to be asked before the work. */
export async function checkPlots(folder: string, names: readonly string[], options: PlotOptions): Promise<void> {
  const full = resolve(options.cwd, folder);
  const found = await stat(full).catch(() => undefined);
  if (found?.isDirectory() === true) {
    for (const name of names) await checkWritable(join(folder, name), withRemedy(options));
    return;
  }
  if (found !== undefined) throw noFolder(folder, "got something else of that name", "Name another one.");
  const parent = await stat(dirname(full)).catch(() => undefined);
  if (parent?.isDirectory() !== true)
    throw noFolder(folder, "and the one it lies in is not there", "Make that one first.");
}

/** Writes drawings into a folder, which is made where it is not there yet; tells their paths. */
export async function writePlots(
  folder: string,
  plots: readonly NamedSvg[],
  options: PlotOptions,
): Promise<readonly string[]> {
  await mkdir(resolve(options.cwd, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw cannotWrite(folder, error);
  });
  for (const { name, svg } of plots) await writeFile(join(folder, name), svg, withRemedy(options));
  return plots.map(({ name }) => join(folder, name));
}

const withRemedy = (options: PlotOptions): WriteOptions => ({ ...options, instead: "--plots with another folder" });

function noFolder(folder: string, got: string, remedy: string): NeuriteError {
  return new NeuriteError("cannot-write", `${folder}: expected a folder for the drawings, ${got}. ${remedy}`);
}
