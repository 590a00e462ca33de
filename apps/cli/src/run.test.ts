import { describe, expect, it } from "vitest";
import { fakeIo } from "./fake-io";
import { run } from "./run";

async function neurite(...argv: string[]) {
  const io = fakeIo();
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

describe("run", () => {
  it.each([
    [["--help"]],
    [["train", "--help"]],
    [["predict", "--help"]],
    [["trace", "--help"]],
    [["inspect", "--help"]],
    [["plugins", "--help"]],
  ])("prints help with examples for %j", async (argv) => {
    const { code, out, err } = await neurite(...argv);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Usage: neurite");
    expect(out).toMatch(/Examples?:\n {2}neurite /);
  });

  it("prints its version", async () => {
    const { code, out } = await neurite("--version");
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], "Expected a command: train, predict, trace, inspect, regress or plugins."],
    [["plugins", "--category", "layers"], "Allowed choices are layer, activation, loss"],
    [["inspekt"], "Did you mean inspect?"],
    [["inspect"], "Missing required argument 'file'"],
    [["inspect", "a", "b"], "Too many arguments"],
    [["inspect", "a", "--targte", "x"], "Did you mean --target?"],
    [["inspect", "a", "--target"], "argument missing"],
  ])("answers %j with exit code 2", async (argv, mention) => {
    const { code, out, err } = await neurite(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("error[usage]: ");
    expect(err).toContain(mention);
  });

  it("answers a file that is not there with exit code 3", async () => {
    const { code, out, err } = await neurite("inspect", "nowhere.csv");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toBe(
      "error[no-such-file]: nowhere.csv: expected a readable file, got no file of that name. Check the path.\n",
    );
  });
});
