// The code of every package: one bundle an entry, unminified (minifying strips the pure annotations that bundlers need).
// Declarations come from scripts/declarations.mjs: whoever only runs neurite needs none.
import { defineConfig } from "tsup";

export const build = (entry: string[]) =>
  defineConfig({
    entry,
    format: ["esm"],
    target: "es2022",
    sourcemap: true,
    treeshake: true,
    clean: ["!**/*.d.ts"],
    removeNodeProtocol: false,
  });
