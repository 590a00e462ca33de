import { describe, expect, it } from "vitest";
import { wordLines } from "./word-lines";

describe("wordLines", () => {
  it("fills lines up to their width", () => {
    // "add, dense," has 11 characters
    expect(wordLines(["add", "dense", "gru", "lstm"], 11)).toEqual(["add, dense,", "gru, lstm"]);
    expect(wordLines(["add", "dense", "gru", "lstm"], 10)).toEqual(["add,", "dense,", "gru, lstm"]);
  });

  it("gives a word that is longer than a line a line of its own", () => {
    expect(wordLines(["a", "globalAveragePooling", "b"], 5)).toEqual(["a,", "globalAveragePooling,", "b"]);
    expect(wordLines([], 5)).toEqual([]);
  });
});
