import { describe, expect, it } from "vitest";
import { fakeIo } from "./fake-io";
import { printWarnings, warningText } from "./warnings";

describe("warningText", () => {
  it("writes the remedy as a flag that can be copied", () => {
    expect(
      warningText({
        code: "identifier",
        message: 'Column "row id" looks like an identifier; leave it out with "ignore".',
        remedy: { option: "ignore", values: ["row id"] },
      }),
    ).toBe(`Column "row id" looks like an identifier; leave it out with --ignore 'row id'.`);
  });

  it("writes options that it names as flags", () => {
    expect(warningText({ code: "mixed-column", message: 'Mend them, or name the column in "categories".' })).toBe(
      "Mend them, or name the column in --categories.",
    );
    const message = 'The target is 0 or 1. Ask for the task "regression" to predict it as a number.';
    expect(warningText({ code: "class-target", message, remedy: { option: "task", values: ["regression"] } })).toBe(
      "The target is 0 or 1. Ask for --task regression to predict it as a number.",
    );
  });

  it("leaves the names of columns alone", () => {
    expect(warningText({ code: "constant-column", message: 'Column "test" is constant. Raise "test".' })).toBe(
      'Column "test" is constant. Raise --test.',
    );
  });
});

describe("printWarnings", () => {
  it("goes to stderr", () => {
    const io = fakeIo();
    printWarnings(["One.", "Two."], io);
    expect([io.out(), io.err()]).toEqual(["", "warning: One.\nwarning: Two.\n"]);
  });

  it("keeps each on one line, whatever it quotes", () => {
    const io = fakeIo();
    printWarnings(["One\r\n  more \u001b[31mred\u202e."], io);
    expect(io.err()).toBe("warning: One more ?[31mred?.\n");
  });
});
