// Writes apps/demo/figures.json: every figure that the site's texts and tests quote, computed by the site's own code. It takes some minutes.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importBundled } from "./import-bundled.mjs";

const at = (/** @type {string} */ file) => fileURLToPath(new URL(`../apps/demo/${file}`, import.meta.url));

const { figuresFile } = await importBundled(at("src/figures/figures-file.ts"));

writeFileSync(at("figures.json"), await figuresFile(readFileSync(at("public/bike-hour.csv"))));
