// Writes docs/built-ins.md from the sources, which are TypeScript, so that they are bundled first.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { builtInSources } from "./built-in-sources.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "neurite-built-ins-"));
const outfile = path.join(folder, "built-in-page.mjs");
await build({
  entryPoints: [path.join(root, "scripts/built-in-page.mjs")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  conditions: ["@neurite/source"],
});
const { builtInPage } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });
writeFileSync(path.join(root, "docs/built-ins.md"), builtInPage(builtInSources(root)));
