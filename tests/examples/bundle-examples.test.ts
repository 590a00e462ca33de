// Broken examples on purpose: each has to be noticed.
import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { type Bundled, bundleExamples } from "./bundle-examples";
import type { Example } from "./collect-examples";
import { runExample } from "./run-example";

const example = (line: number, code: string): Example => ({
  file: "tests/made-up.md",
  language: "ts",
  skipped: false,
  line,
  code,
});

const good = example(
  1,
  'import { NeuriteError } from "@neurite/tensor";\nconsole.log(new NeuriteError("bad-shape", "a").code, 1n);',
);
const missingExport = example(2, 'import { NoSuchName } from "@neurite/tensor";');
const missingModule = example(3, 'import { a } from "@neurite/no-such-package";');
const syntax = example(4, "const a = ;");
const throwing = example(5, 'throw new Error("from within");');
const rejecting = example(6, 'await Promise.reject(new Error("awaited"));');
const multiline = example(7, 'console.log("a\\n  b  ");\nconsole.log();');

let bundled: Bundled | undefined;
const bundle = async () => {
  bundled ??= await bundleExamples([good, missingExport, missingModule, syntax, throwing, rejecting, multiline]);
  return bundled;
};
const run = async (which: Example) => runExample((await bundle()).modules.get(which) ?? "");

afterAll(() => bundled && rmSync(bundled.folder, { recursive: true }));

describe("bundleExamples and runExample", () => {
  it("name the examples that cannot be built, and build the others", async () => {
    const { failures } = await bundle();
    expect(new Set(failures.keys())).toEqual(new Set([missingExport, missingModule, syntax]));
    expect(failures.get(missingExport)).toContain(
      'No matching export in "packages/tensor/src/index.ts" for import "NoSuchName"',
    );
    expect(failures.get(missingModule)).toContain('Could not resolve "@neurite/no-such-package"');
    expect(failures.get(syntax)).toContain("line 1 of the block");
  });

  it("give what was printed, as Node prints it, line by line", async () => {
    expect(await run(good)).toEqual(["bad-shape 1n"]);
    expect(await run(multiline)).toEqual(["a", "  b", ""]);
  });

  it("fail with what the example throws", async () => {
    await expect(run(throwing)).rejects.toThrow("from within");
    await expect(run(rejecting)).rejects.toThrow("awaited");
  });
});
