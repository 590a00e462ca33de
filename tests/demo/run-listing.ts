// Runs a listing of the site as a reader would, in a process of its own, and gives what it printed.
import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { root } from "../house/root";

const run = promisify(execFile);
/** Listings find the tables that the site ships beside them. */
const cwd = path.join(root, "apps/demo/public");

/** Why listings in Python cannot be run here; undefined where they can. */
export const missingNumPy =
  spawnSync("python3", ["-c", "import numpy"]).status === 0
    ? undefined
    : "there is no python3 with NumPy. Install python3-numpy.";

/** What `python3 FILE` prints. */
export async function runPython(file: string): Promise<string> {
  return (await run("python3", [path.join(root, file)], { cwd })).stdout;
}

/** What the listing prints in Node, with the packages' sources, begun in a folder. */
export async function runTypeScript(file: string, begunIn: string = cwd): Promise<string> {
  const cache = path.join(root, "node_modules/.cache/neurite");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, "listing-"));
  try {
    const outfile = path.join(folder, "listing.mjs");
    await build({
      entryPoints: [path.resolve(root, file)],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      conditions: ["@neurite/source"],
      logLevel: "silent",
    });
    return (await run(process.execPath, [outfile], { cwd: begunIn })).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
