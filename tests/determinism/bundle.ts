// The training as a script, from the sources of the packages.
import path from "node:path";
import { build } from "esbuild";
import { root } from "../house/root";

/** The text of a module that imports nothing, from one of this folder's. */
export async function bundle(entry: "node-main.ts" | "page-main.ts" | "thread-life.ts"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "tests/determinism", entry)],
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["@neurite/source"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
