// Imports a script that uses the packages: their sources are TypeScript, so it is bundled with them first.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** @param {string} entry path of the script */
export async function importBundled(entry) {
  const folder = mkdtempSync(path.join(tmpdir(), "neurite-bundled-"));
  const outfile = path.join(folder, "bundled.mjs");
  try {
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      conditions: ["@neurite/source"],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
