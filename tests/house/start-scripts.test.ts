import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { members, root } from "./root";

const { complaint }: { complaint(version: string): string | undefined } = createRequire(import.meta.url)(
  "../../scripts/run.cjs",
);

describe("the entry of the npm scripts", () => {
  it("tells a Node that is too old so in one sentence", () => {
    expect(complaint("18.20.4")).toBe(
      "neurite needs Node 20.19 or later, and this is Node 18.20.4: install a newer one from nodejs.org.",
    );
    expect(complaint("20.18.3")).toContain("this is Node 20.18.3");
    expect(complaint("0.10.48")).toContain("this is Node 0.10.48");
  });

  it("lets Node 20.19 and later pass", () => {
    for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0"]) expect(complaint(version)).toBeUndefined();
  });

  it("is read by a Node of any age", () => {
    const text = readFileSync(path.join(root, "scripts/run.cjs"), "utf8");
    // esbuild refuses const, arrows and the like for this target, unless it can rewrite them; then the text would differ.
    const options = { minifyWhitespace: true, charset: "utf8" } as const;
    expect(transformSync(text, { ...options, target: "es5" }).code).toBe(
      transformSync(text, { ...options, target: "esnext" }).code,
    );
    expect(text).not.toMatch(/,\s*\)|,\s*\]|,\s*\}/);
  });

  it("runs before anything else for every command that the README names", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    for (const name of ["start", "test", "check", "neurite", "bench"])
      expect(scripts[name]).toMatch(/^node scripts\/run\.cjs /);
  });
});

describe("the scripts of package.json files", () => {
  it("need no Unix shell", () => {
    const unix = /\b(rm|cp|mv|mkdir|cat|sed|grep|bash|sh|export)\s|\$\(|\/bin\/|;/;
    for (const folder of [".", ...members()]) {
      const { scripts } = JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
      for (const script of Object.values(scripts)) expect(script).not.toMatch(unix);
    }
  });
});
