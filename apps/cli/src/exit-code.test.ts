import { describe, expect, it } from "vitest";
import { exitCode } from "./exit-code";

describe("exitCode", () => {
  it("is 2 for a wrong call, 3 for bad data and files, 1 for the rest", () => {
    expect(exitCode("usage")).toBe(2);
    expect(exitCode("file-exists")).toBe(2);
    expect(exitCode("duplicate-kind")).toBe(2);
    expect(exitCode("bad-table")).toBe(3);
    expect(exitCode("bad-plugin")).toBe(3);
    expect(exitCode("missing-column")).toBe(3);
    expect(exitCode("no-such-file")).toBe(3);
    expect(exitCode("not-finite")).toBe(1);
    expect(exitCode("internal")).toBe(1);
  });
});
