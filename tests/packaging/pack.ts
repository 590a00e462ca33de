// Packs every package as it would be published, once for all tests of this folder.
import { execSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "../house/root";

declare module "vitest" {
  export interface ProvidedContext {
    tarballs: string;
  }
}

export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "neurite-packed-"));
  const { packageManager } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const members = '--filter "./packages/*" --filter "./apps/*"';
  execSync(`npx --yes ${packageManager} ${members} -r pack --pack-destination "${folder}"`, {
    cwd: root,
    stdio: "pipe",
  });
  provide("tarballs", folder);
  return () => rmSync(folder, { recursive: true });
}
