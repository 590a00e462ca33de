// The build of every package: one bundle an entry, unminified (minifying strips the pure annotations that bundlers need).
// Code (`tsup`) and declarations (`tsup --dts-only`) are two tasks: whoever only runs neurite needs no declarations.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { defineConfig } from "tsup";

/** tsup itself leaves the declarations of an earlier build behind. */
function removeDeclarations() {
  if (!existsSync("dist")) return;
  for (const file of readdirSync("dist")) if (file.endsWith(".d.ts")) rmSync(`dist/${file}`);
}

export const build = (entry: string[]) =>
  defineConfig((flags) => {
    if (flags.dts) removeDeclarations();
    return { entry, format: ["esm"], target: "es2022", sourcemap: true, treeshake: true, clean: ["!**/*.d.ts"] };
  });
