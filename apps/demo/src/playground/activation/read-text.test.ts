import { expect, it } from "vitest";
import { readText } from "./read-text";

it("understands a formula", () => {
  const read = readText("x^2");
  expect("understood" in read && read.understood.derivative).toBe("2 * x");
  expect(read).toMatchObject({ warnings: [] });
});

it.each([
  ["tahn(x)", 1, "Did you mean tanh?"],
  ["x * ", 5, "the end of the text"],
  ["2x", 2, "Write 2 * x for a product."],
  ["", 1, "expected a formula"],
])("says of %j that it stops at character %i", (text, at, say) => {
  const read = readText(text);
  expect(read).toMatchObject({ at });
  expect("message" in read && read.message.replace("Expected", "expected")).toContain(say);
});

it("takes names of JavaScript as names", () => {
  expect(readText("__proto__")).toMatchObject({ at: 1 });
});
