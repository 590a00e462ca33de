import { expect, it } from "vitest";
import { startsAsSafetensors } from "./starts-as-safetensors";

it.each([
  ["a size and JSON", [2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d], true],
  ["a size that no file has", [2, 0, 0, 0, 0, 0, 0, 1, 0x7b], false],
  ["a size and no JSON", [2, 0, 0, 0, 0, 0, 0, 0, 0x5b], false],
  ["nothing", [], false],
])("startsAsSafetensors takes %s for what it is", (_, bytes, expected) => {
  expect(startsAsSafetensors(Uint8Array.from(bytes))).toBe(expected);
});
