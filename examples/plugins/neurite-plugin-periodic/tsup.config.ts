import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm"],
  target: "es2022",
  // tsup still asks TypeScript for baseUrl, which version 6 calls deprecated
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  treeshake: true,
  clean: true,
});
