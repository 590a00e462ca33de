import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkFree, writePluginFolder } from "./plugin-folder";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "create-neurite-plugin-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const files = new Map([
  ["a.txt", "A"],
  ["b/c.txt", "C"],
]);

describe("writePluginFolder", () => {
  it("writes all files, and nothing beside the folder", () => {
    writePluginFolder(cwd, "made", files);
    expect(readdirSync(cwd)).toEqual(["made"]);
    expect(readFileSync(join(cwd, "made/a.txt"), "utf8")).toBe("A");
    expect(readFileSync(join(cwd, "made/b/c.txt"), "utf8")).toBe("C");
  });

  it("takes an empty folder", () => {
    mkdirSync(join(cwd, "made"));
    writePluginFolder(cwd, "made", files);
    expect(readdirSync(join(cwd, "made")).sort()).toEqual(["a.txt", "b"]);
  });

  it("leaves nothing behind where one file cannot be written", () => {
    const clash = new Map([...files, ["a.txt/d.txt", "D"]]);
    expect(() => writePluginFolder(cwd, "made", clash)).toThrow(
      /^The folder made could not be written \(.*\)\. Check the folder/,
    );
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe("checkFree", () => {
  it("refuses a folder that holds something, and counts it", () => {
    mkdirSync(join(cwd, "made"));
    writeFileSync(join(cwd, "made/.git"), "");
    expect(() => checkFree(cwd, "made")).toThrow(
      "The folder made already exists and should be empty, but has 1 entry. Take another name, or move it away.",
    );
    writeFileSync(join(cwd, "made/x"), "");
    expect(() => checkFree(cwd, "made")).toThrow("has 2 entries");
  });

  it("refuses a file, and a link to nowhere", () => {
    writeFileSync(join(cwd, "file"), "");
    symlinkSync("nowhere", join(cwd, "link"));
    for (const name of ["file", "link"]) {
      expect(() => checkFree(cwd, name)).toThrow(`${name} already exists and is no folder.`);
    }
  });
});
