// No page can train on its main thread: what trains is not in the scripts that pages load, only in those of their workers.
import path from "node:path";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../house/root";

const training = "packages/network/src/fit/fit.ts";

describe("the scripts of the pages", () => {
  const modules: string[] = [];
  let workers: string[] = [];

  beforeAll(async () => {
    const built = await build({ root: path.join(root, "apps/demo"), logLevel: "error", build: { write: false } });
    if (!("output" in built)) throw new Error("expected one build");
    for (const file of built.output) {
      if (file.type === "chunk") modules.push(...file.moduleIds.map((id) => path.posix.relative(root, id)));
    }
    workers = built.output
      .map(({ fileName }) => fileName)
      .filter((name) => /worker/.test(name) && !/service-worker/.test(name));
  });

  it("hold the library's networks", () => {
    expect(modules).toContain("packages/network/src/model.ts");
    expect(workers.length).toBeGreaterThan(0);
  });

  it("hold nothing that trains", () => {
    expect(modules.filter((id) => id === training)).toEqual([]);
  });
});
