import { expect, it } from "vitest";
import { parseTableQuery, writeTableQuery } from "./table-query";

const first = {
  target: "cnt",
  ignore: ["instant", "casual"],
  categories: [],
  numbers: [],
  shuffled: false,
  small: false,
};

it("writes what was changed, and reads it again", () => {
  const choice = { ...first, target: "temp", ignore: [], categories: ["hr", "a,b"], shuffled: true };
  const query = writeTableQuery("customers", choice, first);
  expect(query.toString()).toBe("data=customers&target=temp&ignore=&categories=hr&categories=a%2Cb&shuffled=1");
  const { data, changed } = parseTableQuery(query);
  expect([data, { ...first, ...changed }]).toEqual(["customers", choice]);
});

it("writes nothing for a table as it is shown first", () => {
  expect(writeTableQuery("bikes", first, first).toString()).toBe("");
  expect(parseTableQuery(new URLSearchParams())).toEqual({ data: "bikes", changed: {} });
});
