import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

interface Freshness {
  isFresh(root: string): boolean;
  remember(root: string, sources: string): void;
  sources(root: string): string;
}
const { isFresh, remember, sources }: Freshness = createRequire(import.meta.url)("../../scripts/freshness.cjs");

let folder = "";
const write = (name: string, text: string) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "neurite-freshness-"));
  mkdirSync(path.join(folder, "apps"));
  write("package.json", "{}");
  write("packages/a/package.json", "{}");
  write("packages/a/src/index.ts", "export const a = 1;");
  write("packages/a/dist/index.js", "export const a = 1;");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("isFresh", () => {
  it("is false before the first build and true after it", () => {
    expect(isFresh(folder)).toBe(false);
    remember(folder, sources(folder));
    expect(isFresh(folder)).toBe(true);
  });

  it("is false when a source, a manifest or a root file has changed, is new or is gone", () => {
    const changes = [
      () => write("packages/a/src/index.ts", "export const a = 2;"),
      () => write("packages/a/src/deep/er.ts", ""),
      () => write("packages/a/package.json", "{ }"),
      () => write("packages/b/package.json", "{}"),
      () => write("pnpm-lock.yaml", ""),
      () => rmSync(path.join(folder, "packages/a/src/index.ts")),
    ];
    for (const change of changes) {
      remember(folder, sources(folder));
      expect(isFresh(folder)).toBe(true);
      change();
      expect(isFresh(folder)).toBe(false);
    }
  });

  it("is false when what was built has changed or is gone", () => {
    remember(folder, sources(folder));
    write("packages/a/dist/index.js", "");
    expect(isFresh(folder)).toBe(false);
    remember(folder, sources(folder));
    rmSync(path.join(folder, "packages/a/dist"), { recursive: true });
    expect(isFresh(folder)).toBe(false);
  });

  it("is false when a source has changed while the build was running", () => {
    const before = sources(folder);
    write("packages/a/src/index.ts", "export const a = 2;");
    remember(folder, before);
    expect(isFresh(folder)).toBe(false);
  });

  it("stays true for tests, pages and installed packages", () => {
    remember(folder, sources(folder));
    write("packages/a/src/index.test.ts", "");
    write("packages/a/README.md", "");
    write("packages/a/node_modules/b/index.js", "");
    expect(isFresh(folder)).toBe(true);
  });
});
