import { describe, expect, it } from "vitest";
import { commandWord } from "./command-word";
import { fakeIo } from "./fake-io";

describe("commandWord", () => {
  it.each([
    [{}, "neurite"],
    [{ npm_command: "exec" }, "npx neurite"],
    [{ npm_lifecycle_event: "start", npm_package_name: "neurite-monorepo" }, "npm run --silent neurite --"],
    // a script of someone else's package finds the command on its path
    [{ npm_lifecycle_event: "train", npm_package_name: "bikes", npm_command: "run-script" }, "neurite"],
  ])("under %j is %s", (env, word) => {
    expect(commandWord(fakeIo({ env }))).toBe(word);
  });
});
