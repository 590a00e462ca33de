// Builds the service worker with the list of the site's files.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { Plugin } from "vite";

/** Emits `service-worker.js`, which keeps every file of the build and of the public folder. */
export function serviceWorker(): Plugin {
  let publicFolder = "";
  return {
    name: "service-worker",
    apply: "build",
    enforce: "post",
    configResolved: (config) => {
      publicFolder = config.publicDir;
    },
    async generateBundle(_options, bundle) {
      const hash = createHash("sha256");
      for (const [name, file] of Object.entries(bundle))
        hash.update(name).update(file.type === "chunk" ? file.code : file.source);
      const kept = (await readdir(publicFolder)).sort();
      for (const name of kept) hash.update(name).update(await readFile(path.join(publicFolder, name)));
      const site = {
        version: hash.digest("hex").slice(0, 16),
        files: ["./", ...Object.keys(bundle).filter((name) => name !== "index.html"), ...kept],
      };
      const { outputFiles } = await build({
        entryPoints: [path.join(import.meta.dirname, "src/offline/service-worker.ts")],
        bundle: true,
        minify: true,
        write: false,
        define: { keptSite: JSON.stringify(site) },
      });
      const [{ text } = { text: "" }] = outputFiles;
      this.emitFile({ type: "asset", fileName: "service-worker.js", source: text });
    },
  };
}
