import { describe, expect, it } from "vitest";
import { printable } from "./printable";

describe("printable", () => {
  it("joins lines and takes out what steers a terminal or turns the direction of writing", () => {
    expect(printable("one\r\n  two\u2028three")).toBe("one two three");
    expect(printable("a\u061cb\u200ec\u2060d\ufeffe\u00adf\u{e0041}g\u180eh\ufff9i")).toBe("a?b?c?d?e?f?g?h?i");
    expect(printable("\u001b[31m \u009b2J \u0007 \u202eabc\u2066")).toBe("?[31m ?2J ? ?abc?");
  });

  it("leaves spaces and letters of any language as they are", () => {
    const text = "Preis  in €, 価格, سعر, 👩\u200d🔬, نمی\u200cخواهم";
    expect(printable(text)).toBe(text);
  });
});
