import { expect, it } from "vitest";
import { parseRoute, routeText } from "./route";

it("begins with the first chapter", () => {
  expect(parseRoute("")).toMatchObject({ page: "learn", rest: "1" });
});

it.each(["#learn/2?k=0.5", "#table", "#playground?f=x%5E2&layers=2"])("reads %s and writes it again", (text) => {
  const route = parseRoute(text);
  expect(route && routeText(route)).toBe(text);
});

it("knows no other pages", () => {
  expect(parseRoute("#__proto__")).toBeUndefined();
});
