// Writes docs/errors.md from the comments of packages/tensor/src/error-code.ts.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { errorPage } from "./error-page.mjs";

const at = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
mkdirSync(at("docs"), { recursive: true });
writeFileSync(at("docs/errors.md"), errorPage(readFileSync(at("packages/tensor/src/error-code.ts"), "utf8")));
