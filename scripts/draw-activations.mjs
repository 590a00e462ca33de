// Writes docs/activations.md and docs/activations/*.svg from the sources of the package; the sources are TypeScript, so they are bundled first.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const at = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), "neurite-activations-"));
const outfile = path.join(folder, "activation-page.mjs");
await build({
  entryPoints: [at("scripts/activation-page.mjs")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  conditions: ["@neurite/source"],
});
const { activationDocs } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });
const docs = activationDocs((file) => readFileSync(at(`packages/activations/src/${file}`), "utf8"));

rmSync(at("docs/activations"), { recursive: true, force: true });
mkdirSync(at("docs/activations"), { recursive: true });
for (const [file, text] of docs) writeFileSync(at(`docs/${file}`), text);
