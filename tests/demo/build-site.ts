// Builds the site once for all tests, as a user would, into a folder of its own.
import { spawnSync } from "node:child_process";
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
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, "build", "--logLevel", "warn", "--outDir", folder, "--emptyOutDir"],
    // a test's NODE_ENV would make it another site
    { cwd: path.join(root, "apps/demo"), env: { ...process.env, NODE_ENV: "production" }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The site could not be built.\n${stderr}`);
  project.provide("siteFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
