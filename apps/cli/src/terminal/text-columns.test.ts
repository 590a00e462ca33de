import { describe, expect, it } from "vitest";
import { textColumns } from "./text-columns";

describe("textColumns", () => {
  it("aligns columns two spaces apart, without spaces at the end", () => {
    expect(
      textColumns(
        [
          ["name", "n", ""],
          ["a", "10", "x"],
        ],
        ["left", "right", "left"],
      ),
    ).toEqual(["name   n", "a     10  x"]);
  });

  it("gives colour codes no room", () => {
    expect(
      textColumns([
        ["\u001b[1mab\u001b[22m", "x"],
        ["abc", "y"],
      ]),
    ).toEqual(["\u001b[1mab\u001b[22m   x", "abc  y"]);
  });
});
