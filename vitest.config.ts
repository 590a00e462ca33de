// Tests read the sources of every package (the condition "@neurite/source"), so no build is needed and none can be stale.
import { defineConfig } from "vitest/config";

const conditions = ["@neurite/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // Modules hold no state, so test files may share them: half the time.
    isolate: false,
    // A bound for what hangs, not a measure: a busy machine must not fail a test.
    testTimeout: 120_000,
    // Biome cannot watch for focused tests: it takes neurite's own `fit` for one.
    allowOnly: false,
    include: [
      "packages/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "examples/plugins/*/src/**/*.test.ts",
      "tests/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "tests/packaging/**", "tests/determinism/**", "tests/demo/**"],
  },
});
