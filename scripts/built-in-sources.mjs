// The texts of the source files whose doc comments describe built-in kinds.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** @param {string} root the folder of the repository */
export function builtInSources(root) {
  return ["activations", "layers", "network"].flatMap((name) => {
    const folder = path.join(root, "packages", name, "src");
    const files = /** @type {string[]} */ (readdirSync(folder, { recursive: true }));
    return files
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .sort()
      .map((file) => readFileSync(path.join(folder, file), "utf8"));
  });
}
