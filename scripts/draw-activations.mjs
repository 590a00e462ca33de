// Writes docs/activations.md and docs/activations/*.svg from the sources of the package.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importBundled } from "./import-bundled.mjs";

const at = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

const { activationDocs } = await importBundled(at("scripts/activation-page.mjs"));
const docs = activationDocs((file) => readFileSync(at(`packages/activations/src/${file}`), "utf8"));

rmSync(at("docs/activations"), { recursive: true, force: true });
mkdirSync(at("docs/activations"), { recursive: true });
for (const [file, text] of docs) writeFileSync(at(`docs/${file}`), text);
