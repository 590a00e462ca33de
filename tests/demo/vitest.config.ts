import { defineConfig } from "vitest/config";

const conditions = ["@neurite/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["tests/demo/**/*.test.ts"],
    globalSetup: ["tests/demo/build-site.ts"],
    // Two browsers: one waits for its page most of the time.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
});
