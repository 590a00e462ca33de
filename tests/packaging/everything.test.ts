// All packages and the command line, published and installed together.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { members, root } from "../house/root";
import { projectWith, removeFolders, runIn, type } from "./user-folder";

const manifestOf = (member: string): { name: string; private?: boolean } =>
  JSON.parse(readFileSync(path.join(root, member, "package.json"), "utf8"));
const nameOf = (member: string): string => manifestOf(member).name;
const published = members().filter((member) => !manifestOf(member).private);
const names = published.map(nameOf);
/** What is imported; apps are run. */
const libraries = published.filter((member) => member.startsWith("packages/")).map(nameOf);

let folder = "";
beforeAll(() => {
  folder = projectWith(...names);
});
afterAll(removeFolders);

describe("the published packages", () => {
  it("are all there, and install together into an empty project", () => {
    for (const name of names) expect(existsSync(path.join(folder, "node_modules", name, "package.json"))).toBe(true);
  });

  it("carry licence, readme, code and declarations, and neither sources nor tests", () => {
    for (const name of names) {
      const installed = path.join(folder, "node_modules", name);
      const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).filter(
        (file) => !file.startsWith("node_modules"),
      );
      expect(files).toEqual(
        expect.arrayContaining(["LICENSE", "README.md", "package.json", path.join("dist", "index.js")]),
      );
      if (libraries.includes(name)) expect(files).toContain(path.join("dist", "index.d.ts"));
      expect(files.filter((file) => /(^|[\\/])src[\\/]|\.test\./.test(file))).toEqual([]);
      expect(readFileSync(path.join(installed, "package.json"), "utf8")).not.toContain("workspace:");
    }
  });

  it("are imported and required by name, each entry", () => {
    const entries = [...libraries, "@neurite/plugin/testing", "neurite/testing"];
    const list = JSON.stringify(entries);
    const imports = `for (const name of ${list}) console.log(name, Object.keys(await import(name)).length > 0);`;
    const requires = `for (const name of ${list}) console.log(name, Object.keys(require(name)).length > 0);`;
    const expected = entries.map((name) => `${name} true\n`).join("");
    expect(runIn(folder, "imports.mjs", imports)).toBe(expected);
    expect(runIn(folder, "requires.cjs", requires)).toBe(expected);
  });

  it("bring the neurite command, which reads a table", () => {
    writeFileSync(path.join(folder, "table.csv"), "a,b\n1,x\n2,y\n3,x\n");
    const cli = path.join(folder, "node_modules/@neurite/cli/dist/index.js");
    const stdout = type(folder, process.execPath, cli, "inspect", "table.csv", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ rows: 3, columns: [{ name: "a" }, { name: "b" }] });
    expect(readdirSync(path.join(folder, "node_modules/.bin"))).toContain("neurite");
  });
});
