import { expect, it } from "vitest";
import { startOf } from "./start-of";

it("finds page and state in an address", () => {
  const start = startOf("https://example.org/site/#learn/5?start=1,1,-1,1,2,-1&rate=0.2 ");
  expect(start?.page).toBe("learn/5");
  expect(start?.state.get("start")).toBe("1,1,-1,1,2,-1");
  expect(startOf("#playground")?.page).toBe("playground");
});

it("is none where no lesson can begin", () => {
  for (const address of ["https://example.org/", "#learn/7", "#lesson", "#__proto__", "words"])
    expect(startOf(address)).toBeUndefined();
});
