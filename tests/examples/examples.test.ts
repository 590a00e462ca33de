// Runs every example of the documentation; "// → text" behind a console.log is held against what was printed.
import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { announced } from "./announced";
import { bundleExamples, title } from "./bundle-examples";
import { collectExamples } from "./collect-examples";
import { runExample } from "./run-example";

const all = collectExamples();
const examples = all.filter((example) => !example.skipped);
const { folder, modules, failures } = await bundleExamples(examples);
const places = all.filter((example) => example.skipped).map(title);
console.log(
  `${examples.length} examples are run, ${places.length} are marked no-run${places.map((at) => ` ${at}`).join("")}.`,
);

afterAll(() => rmSync(folder, { recursive: true }));

describe("the examples of pages and doc comments", () => {
  it("exist", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  for (const example of examples) {
    it(`${title(example)} runs and prints what it says`, { timeout: 60_000 }, async () => {
      expect(failures.get(example) ?? "builds").toBe("builds");
      const file = modules.get(example);
      if (file === undefined) throw new Error("The example was not bundled.");
      expect(await runExample(file)).toEqual(announced(example.code));
    });
  }
});
