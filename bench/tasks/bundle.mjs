import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/**
 * Kilobytes of a page that trains the network, minified by esbuild and gzipped.
 * @type {import("../contract.mjs").Measure}
 */
export async function bundle({ library }) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../pages/${library.name.replace(".", "-")}.mjs`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
    ...library.bundling,
  });
  return [gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000];
}
