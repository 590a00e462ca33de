import { CommanderError } from "commander";
import { NeuriteError } from "neurite";
import { describe, expect, it } from "vitest";
import { fakeIo } from "./fake-io";
import { reportError } from "./report-error";

describe("reportError", () => {
  it("prints code and sentence, without a stack", () => {
    const io = fakeIo();
    expect(reportError(new NeuriteError("bad-table", "t.csv is empty."), ["inspect"], io)).toBe(3);
    expect(io.err()).toBe("error[bad-table]: t.csv is empty.\n");
    expect(io.out()).toBe("");
  });

  it("prints one line of JSON under --json", () => {
    const io = fakeIo();
    reportError(new NeuriteError("bad-table", 'a "quote"'), ["inspect", "--json"], io);
    expect(JSON.parse(io.err())).toEqual({ error: { code: "bad-table", message: 'a "quote"' } });
  });

  it("colours the code on a terminal, and not under NO_COLOR", () => {
    const error = new NeuriteError("usage", "No.");
    const terminal = fakeIo({ terminal: true });
    reportError(error, [], terminal);
    expect(terminal.err()).toBe("\u001b[31merror[usage]:\u001b[39m No.\n");
    const plain = fakeIo({ terminal: true, env: { NO_COLOR: "1" } });
    reportError(error, [], plain);
    expect(plain.err()).toBe("error[usage]: No.\n");
  });

  it("makes a sentence with a remedy of what commander says", () => {
    const io = fakeIo();
    const thrown = new CommanderError(
      1,
      "commander.unknownOption",
      "error: unknown option '--sed'\n(Did you mean --seed?)",
    );
    expect(reportError(thrown, ["train", "--sed"], io)).toBe(2);
    expect(io.err()).toBe("error[usage]: Unknown option '--sed' (Did you mean --seed?) Run `neurite train --help`.\n");
  });

  it("takes help that was asked for as no error", () => {
    const io = fakeIo();
    expect(reportError(new CommanderError(0, "commander.helpDisplayed", "(outputHelp)"), ["--help"], io)).toBe(0);
    expect(io.err()).toBe("");
  });

  it("blames the plugins that were passed for an unknown fault, and prints what it says on one line", () => {
    const told = (...argv: string[]) => {
      const io = fakeIo();
      expect(reportError(new TypeError("x.nothing is\n no function\u001b[2J"), argv, io)).toBe(1);
      return io.err();
    };
    const line =
      "error[internal]: internal: x.nothing is no function?[2J. It may be the fault of the plugin ./acme.mjs: leave it out, or see where with NEURITE_DEBUG=1.\n";
    expect(told("train", "--plugin", "./acme.mjs")).toBe(line);
    expect(told("train", "--plugin=./acme.mjs")).toBe(line);
    expect(told("train", "--plugin", "a", "--plugin=b", "t.csv", "--plugin", "c")).toContain(
      "It may be the fault of one of the plugins a, b and c: leave them out, ",
    );
  });

  it("tells where in a plugin the fault came up: the first line of the stack that lies in it", () => {
    const error = new TypeError("x.relu is not a function");
    error.stack = `TypeError: x.relu is not a function
    at odd (file:///srv/me/my%2Ftables/acme.mjs:3:20)
    at relu (file:///srv/me/node_modules/neurite/dist/index.js:1:2)
    at apply (file:///srv/me/my%20tables/acme.mjs:3:20)
    at Object.<anonymous> (/srv/me/my tables/node_modules/acme/dist/index.cjs:7:9)
    at async file:///srv/me/node_modules/@of/other/index.js:4:5`;
    const told = (...plugins: string[]) => {
      const io = fakeIo({ cwd: "/srv/me/my tables" });
      reportError(
        error,
        plugins.map((plugin) => `--plugin=${plugin}`),
        io,
      );
      return io.err().split(" is not a function. It may be the fault of ")[1];
    };
    expect(told("./acme.mjs")).toBe("the plugin ./acme.mjs, see acme.mjs:3:20: mend that or leave it out.\n");
    expect(told("acme")).toBe(
      "the plugin acme, see node_modules/acme/dist/index.cjs:7:9: mend that or leave it out.\n",
    );
    expect(told("@of/other/more")).toContain("see ../node_modules/@of/other/index.js:4:5:");
    expect(told("./other.mjs")).toBe("the plugin ./other.mjs: leave it out, or see where with NEURITE_DEBUG=1.\n");
  });

  it("calls an unknown fault internal, with its stack only where NEURITE_DEBUG is set", () => {
    const io = fakeIo();
    expect(reportError(new TypeError("x is not a function"), [], io)).toBe(1);
    expect(io.err()).toBe(
      "error[internal]: internal: x is not a function. Please report this with the command that led to it.\n",
    );
    const debugging = fakeIo({ env: { NEURITE_DEBUG: "1" } });
    reportError(new TypeError("x is not a function"), [], debugging);
    expect(debugging.err()).toContain("report-error.test");
  });
});
