// A folder for tests to run the command in, as a user would, without another process.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type FakeIoOptions, fakeIo } from "./fake-io";
import { run } from "./run";

/** What a run of the command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An empty folder, which is removed after the tests. */
export interface TestFolder {
  readonly path: string;
  create(argv: readonly string[], options?: Omit<FakeIoOptions, "cwd">): Promise<Ran>;
  read(name: string): string;
  /** What stands in it, sorted. */
  entries(): readonly string[];
}

/** Makes the folder in the one named, or else where temporary files go. */
export function testFolder(inside: string = tmpdir()): TestFolder {
  const path = mkdtempSync(join(inside, "create-neurite-plugin-"));
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    path,
    async create(argv, options) {
      const io = fakeIo({ ...options, cwd: path });
      const code = await run(argv, io);
      return { code, out: io.out(), err: io.err() };
    },
    read: (name) => readFileSync(join(path, name), "utf8"),
    entries: () => readdirSync(path).sort(),
  };
}
