// Tests of what is published. They need the build (npm run check makes it first) and npm, so `npm test` leaves them out.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../.."),
  test: {
    globalSetup: "tests/packaging/registry.ts",
    include: ["tests/packaging/**/*.test.ts"],
    // Two cores are enough for one installation at a time.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
