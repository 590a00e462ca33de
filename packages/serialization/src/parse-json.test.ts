import { NeuriteError } from "@neurite/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson, readJson } from "./parse-json";

function refusal(text: string): NeuriteError {
  try {
    parseJson(text, "the text");
  } catch (error) {
    if (error instanceof NeuriteError) return error;
    throw error;
  }
  throw new Error(`should have been refused: ${text}`);
}

describe("parseJson", () => {
  it("reads every kind of value", () => {
    expect(parseJson(' {"a": [1, -0.5, 2e3, true, false, null, "x"], "b": {}, "c": []}\n', "the text")).toEqual({
      a: [1, -0.5, 2000, true, false, null, "x"],
      b: {},
      c: [],
    });
  });

  it("reads every escape", () => {
    expect(parseJson('"\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0041 \\uD83D\\ude00"', "the text")).toBe(
      '" \\ / \b \f \n \r \t A 😀',
    );
  });

  it("agrees with JSON.parse on everything that JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (/(?<!\\)(\\\\)*\\ud[89a-f]/.test(text)) return; // JSON.stringify escapes half pairs, which are refused here
        expect(JSON.stringify(parseJson(text, "the text"))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("refuses with a NeuriteError whatever JSON.parse refuses, and never fails otherwise", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "a",
      '"a"',
      "\\",
      "\\u00e9",
      "-",
      "0",
      "1",
      ".",
      "e",
      " ",
      "\n",
      "true",
      "null",
      "\u0001",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
        (text) => {
          let accepted = true;
          try {
            JSON.parse(text);
          } catch {
            accepted = false;
          }
          if (accepted) {
            try {
              parseJson(text, "the text");
            } catch (error) {
              expect(error).toMatchObject({ name: "NeuriteError", message: expect.stringContaining("once") });
            }
          } else expect(refusal(text).code).toBe("bad-file");
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("keeps __proto__ and constructor as ordinary keys and pollutes nothing", () => {
    const value = parseJson(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
      "the text",
    );
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(null);
    expect("polluted" in {}).toBe(false);
  });

  it.each([
    ['{"a": 1, "b": {}, "a": 2}', 'the text: each key should stand once, got "a" again at line 1, column 19.'],
    ['{"a": 1, "\\u0061": 2}', 'each key should stand once, got "a" again'],
    ['{"__proto__": 1, "__proto__": 2}', 'each key should stand once, got "__proto__" again'],
    ['{\n  "a": 1,\n}', 'a key in double quotes should stand at line 3, column 1, got "}".'],
    ['{"a" 1}', '":" should follow the key at line 1, column 6, got "1".'],
    ['{"a": 1 2}', '"," or "}" should follow the value at line 1, column 9, got "2".'],
    ["[1 2]", '"," or "]" should follow the value at line 1, column 4, got "2".'],
    ["", "a JSON value should stand at line 1, column 1, got the end of the text."],
    ["nul", 'a JSON value should stand at line 1, column 1, got "n".'],
    ["NaN", "a JSON value should stand"],
    ["{} x", "the text should end after the value at line 1, column 4"],
    ["01", "the text should end after the value at line 1, column 2"],
    ["-", 'a digit should follow "-"'],
    ["1.", 'a digit should follow "."'],
    ["1e+", "a digit should stand in the exponent"],
    ["1e999", "numbers should be within ±1.8e308, got 1e999 at line 1, column 1."],
    ['"a', 'a closing " should stand at line 1, column 3, got the end of the text.'],
    ['"\t"', 'control characters should be escaped at line 1, column 2, got "\\t".'],
    ['"\\x"', "should follow"],
    ['"\\u12g4"', 'four hexadecimal digits should follow "\\u" at line 1, column 4'],
    ['"\\ud800"', "surrogates should come in pairs, got half a pair in the string at line 1, column 1."],
    ['"\\udc00\\ud800"', "surrogates should come in pairs"],
    ["\ufeff{}", "a JSON value should stand"],
  ])("refuses %j and tells the place", (text, message) => {
    expect(refusal(text).code).toBe("bad-file");
    expect(refusal(text).message).toContain(message);
  });

  it("takes 127 levels and refuses 128", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(parseJson(nested(127), "the text")).toHaveLength(1);
    expect(refusal(nested(128)).code).toBe("too-large");
    expect(refusal("[".repeat(1_000_000)).message).toBe(
      "the text: arrays and objects should be nested at most 127 deep, got more at line 1, column 128. Nest less deeply.",
    );
  });

  it("refuses a number of a million digits without running out of stack, and keeps the message short", () => {
    const error = refusal("9".repeat(1_000_000));
    expect(error.code).toBe("bad-file");
    expect(error.message.length).toBeLessThan(300);
  });
});

describe("readJson", () => {
  it("hands numbers over as they are written", () => {
    expect(readJson("[1, 1.0, -0, 1e0]", "the text", (source) => ({ source }))).toEqual([
      { source: "1" },
      { source: "1.0" },
      { source: "-0" },
      { source: "1e0" },
    ]);
  });
});
