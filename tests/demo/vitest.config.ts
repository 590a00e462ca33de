import { defineConfig } from "vitest/config";

const conditions = ["@neurite/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["tests/demo/**/*.test.ts"],
    globalSetup: ["tests/demo/build-site.ts"],
    // One browser at a time: the site trains on all cores that there are.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
});
