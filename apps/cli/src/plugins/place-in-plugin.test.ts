import { realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { fakeIo } from "../fake-io";
import { testFolder } from "../test-folder";
import { placeInPlugin } from "./place-in-plugin";

it("finds the place in a package that is linked, and through a linked path", async () => {
  const folder = await testFolder({
    "real/package.json": '{ "name": "acme", "exports": "./index.js" }',
    "real/index.js": "",
    "project/node_modules/other/index.js": "",
  });
  const project = join(folder.path, "project");
  await symlink(join(folder.path, "real"), join(project, "node_modules", "acme"));
  const error = new Error("no");
  error.stack = `Error: no\n    at apply (${pathToFileURL(join(await realpath(folder.path), "real", "index.js"))}:2:7)`;
  const place = (given: string) => placeInPlugin(error, [given], fakeIo({ cwd: project }));
  expect(place("acme")).toBe("../real/index.js:2:7");
  expect(place("./node_modules/acme/index.js")).toBe("../real/index.js:2:7");
  expect(place("other")).toBeUndefined();
  expect(place("not-there")).toBeUndefined();
});
