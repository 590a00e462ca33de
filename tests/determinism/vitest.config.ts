// The same bits everywhere: in this Node, in another one and in Chromium. `npm test` leaves these out, since they need more than Node and npm.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const conditions = ["@neurite/source"];

export default defineConfig({
  root: path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../.."),
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["tests/determinism/**/*.test.ts"],
    // Two cores are enough for one browser at a time.
    fileParallelism: false,
    // Bounds for what hangs, not measures.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
