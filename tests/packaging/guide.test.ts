// The page "Write a plugin", followed to the letter: its commands are typed one after the other, its files are written where it says.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type CodeBlock, markdownBlocks } from "../examples/code-blocks";
import { root } from "../house/root";
import { emptyFolder, filesWithRegistry, projectWith, removeFolders, runIn, type } from "./user-folder";

const page = readFileSync(path.join(root, "docs/write-a-plugin.md"), "utf8");
const lines = page.split("\n");

/** The file that the sentence before a block names, as in: In `src/index.ts`: */
function fileOf({ line }: CodeBlock): string | undefined {
  return lines
    .slice(0, line - 1)
    .findLast((text) => text.trim() !== "")
    ?.match(/In `([\w./-]+)`:$/)?.[1];
}

afterAll(removeFolders);

describe("docs/write-a-plugin.md", () => {
  it("leads to a plugin that is tested, used and published", () => {
    const start = emptyFolder();
    let folder = start;
    const printed: string[] = [];
    const written = new Set<string>();
    for (const block of markdownBlocks(page)) {
      const file = block.language === "ts" ? fileOf(block) : undefined;
      if (file !== undefined) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), `${block.code}\n`);
        written.add(file);
      }
      if (block.language !== "sh") continue;
      const output = type(folder, "bash", "-e", "-c", `${block.code}\npwd`).trimEnd();
      printed.push(output);
      folder = output.slice(output.lastIndexOf("\n") + 1); // where its `cd` led to
    }
    expect([...written].sort()).toEqual([
      "src/index.test.ts",
      "src/index.ts",
      "src/noise.ts",
      "src/swish.ts",
      "src/use.test.ts",
    ]);
    expect(path.relative(start, folder)).toBe("neurite-plugin-swish");
    const [made = "", changed = "", used = "", published = ""] = printed;

    // "a whole plugin, with swish/swish as its one kind"
    expect(made).toContain("the activation swish/swish, in src/swish.ts");
    expect(made).toMatch(/Tests +\d+ passed/);
    expect(changed).toMatch(/Tests +\d+ passed/);
    const [, checks] = changed.match(/src\/index\.test\.ts \((\d+) tests\)/) ?? [];
    expect(page).toContain("some 50 for these three kinds");
    expect(Number(checks)).toBeGreaterThan(45);
    expect(Number(checks)).toBeLessThan(60);

    expect(page).toContain("`train` says that the network is worth it");
    expect(used).toContain("The network is worth it");
    expect(used).toMatch(/ swish\/swish +plugin swish +package neurite-plugin-swish 0\.0\.0/);
    expect(existsSync(path.join(folder, "y.safetensors"))).toBe(true);

    // "Types, tests and build run before anything goes out"
    const steps = ["> tsc", "> vitest run", "> tsup", "+ neurite-plugin-swish@0.1.0"].map((step) =>
      published.indexOf(step),
    );
    expect(Math.min(...steps)).toBeGreaterThan(-1);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(published).toMatch(/Tests +\d+ passed/);
    // "The first change is described in .changeset already"
    expect(readFileSync(path.join(folder, "CHANGELOG.md"), "utf8")).toContain("The first version: the activation");
    expect(filesWithRegistry()).toEqual([]);

    const user = projectWith("neurite", "neurite-plugin-swish");
    const code = `import { builtins, createRegistry } from "neurite";
      import { plugin, swish } from "neurite-plugin-swish";
      const registry = createRegistry({ plugins: [builtins, plugin] });
      console.log(registry.make("layer", "swish/noise").kind, registry.origin("activation", swish().kind).package.version);`;
    expect(runIn(user, "use.mjs", code)).toBe("swish/noise 0.1.0\n");
  });
});
