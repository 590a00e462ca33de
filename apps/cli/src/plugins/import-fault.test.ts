import { describe, expect, it } from "vitest";
import { importFault } from "./import-fault";

const failed = (message: string, code: string) => Object.assign(new TypeError(message), { code });

describe("importFault", () => {
  it("tells TypeScript that Node does not run, by its ending or in node_modules", () => {
    const typed = "it is TypeScript, which this Node cannot run. Build it, and pass the JavaScript.";
    const ending = failed('Unknown file extension ".ts" for /acme/index.ts', "ERR_UNKNOWN_FILE_EXTENSION");
    expect(importFault(ending, "file:///acme/index.ts")).toBe(typed);
    const inside = failed("Stripping types is not supported", "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING");
    expect(importFault(inside, "file:///node_modules/acme/index.mts")).toBe(typed);
  });

  it("gives the message of anything else, ended once", () => {
    const ending = failed('Unknown file extension ".txt" for /acme.txt', "ERR_UNKNOWN_FILE_EXTENSION");
    expect(importFault(ending, "file:///acme.txt")).toBe(
      'it failed while it was imported: Unknown file extension ".txt" for /acme.txt. Mend it, or install what it needs.',
    );
    expect(importFault("no.", "file:///acme.ts")).toBe(
      "it failed while it was imported: no. Mend it, or install what it needs.",
    );
  });
});
