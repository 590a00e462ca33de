// Writes docs/built-ins.md from the registry and the sources.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { builtInSources } from "./built-in-sources.mjs";
import { importBundled } from "./import-bundled.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { builtInPage } = await importBundled(path.join(root, "scripts/built-in-page.mjs"));
writeFileSync(path.join(root, "docs/built-ins.md"), builtInPage(builtInSources(root)));
