// Rules of the house for the sources that no linter knows.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, members, root } from "./root";

const files = [
  ...members().flatMap((folder) => filesBelow(`${folder}/src`, ".ts")),
  ...filesBelow("examples", ".ts"),
  ...filesBelow("tests", ".ts"),
];
const sources = files.filter((file) => file.includes("/src/") && !file.endsWith(".test.ts"));
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const linesOf = (file: string) => textOf(file).trimEnd().split("\n").length;

describe("the source files", () => {
  it("have about 100 lines at the median, tests left out", () => {
    const sizes = sources.map(linesOf).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(130);
  });

  it("stay below 400 lines, tests too", () => {
    expect(files.filter((file) => linesOf(file) > 400)).toEqual([]);
  });

  it("are named after what they hold", () => {
    const empty = /^(utils?|types|helpers?|common|misc|.*-?manager|.*-utils?|.*-helpers?)(\.test)?\.ts$/;
    expect(files.filter((file) => empty.test(path.posix.basename(file)))).toEqual([]);
  });

  it("draw no unseeded random number", () => {
    expect(sources.filter((file) => /\bMath\.random\b|\bgetRandomValues\b/.test(textOf(file)))).toEqual([]);
  });

  it("run no text as code", () => {
    expect(sources.filter((file) => /\bnew Function\b|\beval\(/.test(textOf(file)))).toEqual([]);
  });

  it("speak of no machine and no other checkout", () => {
    const stray = /\.\.\/shared\/|\/work\/|\/home\/|\/Users\//;
    expect(files.filter((file) => !file.startsWith("tests/house/") && stray.test(textOf(file)))).toEqual([]);
  });
});
