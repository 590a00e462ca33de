import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { errorCodes, errorPage } from "../../scripts/error-page.mjs";
import { root } from "./root";

describe("docs/errors.md", () => {
  it("is what the error codes give (npm run errors writes it)", () => {
    const source = readFileSync(path.join(root, "packages/tensor/src/error-code.ts"), "utf8");
    expect(readFileSync(path.join(root, "docs/errors.md"), "utf8")).toBe(errorPage(source));
  });

  it("has cause and remedy of each code, also from comments of several lines", () => {
    const source = `type A =\n  /** Too hot. Remedy: wait. */\n  | "hot"\n  /**\n   * Too\n   * cold. Remedy: light a fire.\n   */\n  | "cold";`;
    expect(errorCodes(source)).toEqual([
      { code: "hot", cause: "Too hot.", remedy: "Wait." },
      { code: "cold", cause: "Too cold.", remedy: "Light a fire." },
    ]);
  });

  it("is refused for a code without a remedy or without a comment", () => {
    expect(() => errorCodes(`type A = /** Hot. */ | "hot";`)).toThrow("hot: its comment should read");
    expect(() => errorCodes(`type A =\n  /** Hot. Remedy: wait. */\n  | "hot"\n  | "cold";`)).toThrow(
      "2 codes are listed, 1 have a comment.",
    );
  });
});
