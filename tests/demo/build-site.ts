// Builds the site once for all tests, into a folder of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "../house/root";

declare module "vitest" {
  interface ProvidedContext {
    readonly siteFolder: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "neurite-site-"));
  const { build } = await import("vite");
  await build({
    root: path.join(root, "apps/demo"),
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true },
  });
  project.provide("siteFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
