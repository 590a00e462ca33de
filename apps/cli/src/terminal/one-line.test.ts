import { describe, expect, it } from "vitest";
import { oneLine } from "./one-line";

describe("oneLine", () => {
  it("joins lines, cuts long text and takes out control characters", () => {
    expect(oneLine("a\r\n b")).toBe("a b");
    expect(oneLine("\u001b[31mred")).toBe("?[31mred");
    // 29 characters and the mark
    expect(oneLine("x".repeat(31))).toBe(`${"x".repeat(29)}…`);
  });
});
