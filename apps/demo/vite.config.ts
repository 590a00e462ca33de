// Static files with relative paths, so that any host serves them, under any path. The packages are read from their sources.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { serviceWorker } from "./service-worker-plugin.ts";

/** With these, memory can be shared with workers, and a training takes several threads. */
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [svelte(), serviceWorker()],
  resolve: {
    conditions: ["@neurite/source", "module", "browser", mode === "production" ? "production" : "development"],
  },
  worker: { format: "es" as const },
  server: { headers },
  preview: { headers },
  build: { manifest: true, target: "es2023", sourcemap: false, assetsInlineLimit: 0 },
}));
