// Tests of what is published. They need the build (npm run check makes it first) and npm, so `npm test` leaves them out.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../.."),
  test: {
    globalSetup: "tests/packaging/registry.ts",
    include: ["tests/packaging/**/*.test.ts"],
    // nearly all of it waits for a process of one thread: two files side by side keep two cores busy
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
