import { describe, expect, it } from "vitest";
import { announced } from "./announced";
import { markdownBlocks, sourceBlocks } from "./code-blocks";

describe("markdownBlocks", () => {
  it("gives language, line and code of each fence", () => {
    expect(markdownBlocks("# A\n\n```ts\nconst a = 1;\n```\n```sh\nls\n```\n")).toEqual([
      { language: "ts", skipped: false, line: 3, code: "const a = 1;" },
      { language: "sh", skipped: false, line: 6, code: "ls" },
    ]);
  });

  it("takes the indentation of a fence in a list off its lines", () => {
    expect(markdownBlocks("- a\n\n  ```ts\n  if (x) {\n    y();\n\n  }\n  ```\n")[0]?.code).toBe(
      "if (x) {\n  y();\n\n}",
    );
  });

  it("skips a block only for the exact word no-run", () => {
    expect(markdownBlocks("```ts no-run\na\n```")[0]?.skipped).toBe(true);
    expect(() => markdownBlocks("```ts norun\na\n```")).toThrow(
      'line 1: a ts fence takes nothing but "no-run", got "norun".',
    );
  });

  it("refuses a fence that a reader takes for an example but that would not be run", () => {
    for (const language of ["typescript", "TS", "js", "javascript", "tsx"]) {
      expect(() => markdownBlocks(`\n~~~${language}\na\n~~~`)).toThrow(`line 2: write the fence as "ts"`);
    }
  });

  it("refuses a fence that is never closed, also when a shorter or other one follows", () => {
    expect(() => markdownBlocks("```ts\na")).toThrow("line 1: the fence is never closed.");
    expect(() => markdownBlocks("````ts\na\n```")).toThrow("line 1: the fence is never closed.");
    expect(() => markdownBlocks("```ts\na\n~~~")).toThrow("line 1: the fence is never closed.");
  });
});

describe("sourceBlocks", () => {
  it("finds the blocks of doc comments with their lines", () => {
    const source = [
      "const a = 1;",
      "/**",
      " * Adds.",
      " *",
      " * @example",
      " * ```ts",
      " * add(1);",
      " * ```",
      " */",
    ].join("\n");
    expect(sourceBlocks(source)).toEqual([{ language: "ts", skipped: false, line: 6, code: "add(1);" }]);
  });

  it("refuses an @example without a block, also when another one has its block", () => {
    const block = " * ```ts\n * add(1);\n * ```\n";
    expect(() => sourceBlocks(`/**\n * @example\n * add(1);\n */`)).toThrow(
      "line 2: @example should be followed by a fenced ts block.",
    );
    expect(() => sourceBlocks(`/**\n * @example\n * add(1);\n * @example\n${block} */`)).toThrow("line 2: @example");
    expect(() => sourceBlocks(`/**\n${block} * @example\n * add(1);\n */`)).toThrow("line 5: @example");
  });
});

describe("announced", () => {
  it("collects the texts behind arrows, in order, continued on lines of their own", () => {
    expect(announced("console.log(a); // → 1 2\nlet b;\nconsole.log(c);\n// → x\n// →   y")).toEqual([
      "1 2",
      "x",
      "  y",
    ]);
  });

  it("refuses what looks like an announcement and would not be checked", () => {
    expect(() => announced("a;\nconsole.log(a); // -> 1")).toThrow("line 2 of the block");
    expect(() => announced("console.log(a); // => 1")).toThrow("line 1 of the block");
    expect(() => announced("console.log(a); // prints → 1")).toThrow("line 1 of the block");
  });
});
