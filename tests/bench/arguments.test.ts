import { describe, expect, it } from "vitest";
import { readArguments, UsageError } from "../../bench/arguments.mjs";

const known = {
  workloads: ["train-32", "train-256", "predict-one", "bundle"],
  libraries: ["neurite", "jax-js", "numpy"],
};
const read = (...given: string[]) => readArguments(given, known);

describe("the arguments of npm run bench", () => {
  it("are everything, five rounds and a table where none are given", () => {
    expect(read()).toEqual({
      help: false,
      form: "table",
      repeats: 5,
      workloads: known.workloads,
      libraries: known.libraries,
    });
  });

  it("choose workloads by name or by what their names begin with, in the order in which they are known", () => {
    expect(read("--only", "bundle,train-256").workloads).toEqual(["train-256", "bundle"]);
    expect(read("--only=train").workloads).toEqual(["train-32", "train-256"]);
  });

  it("choose peers, and neurite always", () => {
    expect(read("--peers", "numpy").libraries).toEqual(["neurite", "numpy"]);
    expect(read("--peers", "neurite").libraries).toEqual(["neurite"]);
  });

  it("name the form of the results", () => {
    expect(read("--json").form).toBe("json");
    expect(read("--markdown").form).toBe("markdown");
    expect(read("--repeats", "2").repeats).toBe(2);
    expect(read("-h").help).toBe(true);
  });

  it("are refused in one line that says what there is", () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["--only", "train-32,run"], 'There is no workload "run", only train-32, train-256, predict-one, bundle.'],
      [["--only", "train-"], 'There is no workload "train-", only train-32, train-256, predict-one, bundle.'],
      [["--peers", "numpi"], 'There is no peer "numpi", only jax-js, numpy.'],
      [["--peers", "numpy,"], '--peers should be names separated by commas, got "numpy,".'],
      [["--repeats", "0"], '--repeats should be a whole number from 1 to 9999, got "0".'],
      [["--json", "--markdown"], "--json and --markdown were both given. Use one of them."],
      [["--fast"], "Unknown option '--fast'. --help lists the options."],
      [["all"], "Unexpected argument 'all'. --help lists the options."],
    ];
    for (const [given, message] of cases) {
      expect(() => read(...given)).toThrow(UsageError);
      expect(() => read(...given)).toThrow(message);
      expect(message).not.toContain("\n");
    }
  });
});
