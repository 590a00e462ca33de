import { NeuriteError, seedKey } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import type { TableEncoder } from "./encoder";
import { parseEncoder } from "./parse-encoder";
import { prepareTable } from "./prepare-table";
import { tableFromColumns } from "./table";

const rows = 12;
const table = tableFromColumns({
  age: Array.from({ length: rows }, (_, i) => (i === 3 ? "" : i * i)),
  job: Array.from({ length: rows }, (_, i) => ["clerk", "nurse", "__proto__"][i % 3]),
  since: Array.from({ length: rows }, (_, i) => `2011-${String(i + 1).padStart(2, "0")}-01`),
  active: Array.from({ length: rows }, (_, i) => i % 2 === 0),
  y: Array.from({ length: rows }, (_, i) => (i * 5) % 7),
});
const encoder = prepareTable(table, { target: "y", key: seedKey(1) }).encoder;
const classes = prepareTable(table, { target: "job", key: seedKey(1) }).encoder;

/** The encoder as JSON with one field changed. */
function changed(path: readonly (string | number)[], value: unknown, from: TableEncoder = encoder): unknown {
  const json: unknown = JSON.parse(JSON.stringify(from));
  let at = json as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ""] = value;
  return json;
}

describe("parseEncoder", () => {
  it("gives back what was written as JSON", () => {
    expect(parseEncoder(JSON.parse(JSON.stringify(encoder)))).toEqual(encoder);
    expect(parseEncoder(JSON.parse(JSON.stringify(classes)))).toEqual(classes);
  });

  it("leaves out fields that it does not know", () => {
    expect(parseEncoder(changed(["later"], 1))).toEqual(encoder);
  });

  it.each<[string, unknown, string]>([
    ["no object", null, "encoder should be an object, got null"],
    ["a list", [], "encoder should be an object, got a list of 0"],
    ["no version", changed(["version"], undefined), "encoder.version should be 1, got nothing"],
    ["a version that is no number", changed(["version"], "1"), 'encoder.version should be 1, got "1"'],
    ["inputs that are no list", changed(["inputs"], {}), "encoder.inputs should be a list, got an object"],
    ["an unknown kind", changed(["inputs", 0, "kind"], "text"), "encoder.inputs[0].kind should be one of"],
    [
      "an inherited name as kind",
      changed(["inputs", 0, "kind"], "constructor"),
      "encoder.inputs[0].kind should be one of",
    ],
    [
      "a mean of null, which is how JSON writes NaN",
      changed(["inputs", 0, "mean"], null),
      "inputs[0].mean should be a finite number, got null",
    ],
    [
      "a deviation below 0",
      changed(["inputs", 0, "deviation"], -1),
      "inputs[0].deviation should be a finite number from 0, got -1",
    ],
    [
      "a mark that is no boolean",
      changed(["inputs", 0, "missing"], 1),
      "inputs[0].missing should be true or false, got 1",
    ],
    [
      "a level twice",
      changed(["inputs", 1, "levels"], ["a", "a", "b"]),
      "inputs[1].levels[1] should be a text that is not there yet",
    ],
    [
      "a count too few",
      changed(["inputs", 1, "counts"], [1]),
      "inputs[1].counts should be a list of 3, got a list of 1",
    ],
    [
      "a count of 0",
      changed(["inputs", 1, "counts", 0], 0),
      "inputs[1].counts[0] should be a whole number above 0, got 0",
    ],
    [
      "an unknown form",
      changed(["inputs", 1, "form"], "hash"),
      'form should be one of "oneHot", "embedding", got "hash"',
    ],
    [
      "an unknown cycle",
      changed(["inputs", 2, "cycles"], ["moon"]),
      'inputs[2].cycles[0].cycle should be one of "year"',
    ],
    ["an unknown order", changed(["inputs", 2, "order"], "ymd"), 'inputs[2].order should be one of "mdy", "dmy"'],
    [
      "a share above 1",
      changed(["inputs", 3, "share"], 2),
      "inputs[3].share should be a finite number from 0 to 1, got 2",
    ],
    [
      "a column twice",
      changed(["inputs", 1, "column"], "age"),
      'inputs[1].column should be a column that is not there yet, got "age"',
    ],
    ["a target among the inputs", changed(["target", "column"], "age"), "encoder.target.column should be no input"],
    ["an unknown task", changed(["target", "task"], "ranking"), "encoder.target.task should be one of"],
    ["no labels", changed(["target", "labels"], [], classes), "encoder.target.labels should be one label or more"],
  ])("refuses %s", (_, json, message) => {
    expect(() => parseEncoder(json)).toThrow(message);
    expect(() => parseEncoder(json)).toThrow(NeuriteError);
  });

  it("names a newer version", () => {
    expect(() => parseEncoder(changed(["version"], 2))).toThrow(
      "has version 2, this neurite reads version 1. Update neurite.",
    );
  });
});
