import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fakeIo } from "../fake-io";
import { run } from "../run";
import { engineHere, type TestFolder, testFolder, visitsTable } from "../test-folder";

const quick = ["--units", "8", "--epochs", "4"];
let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({ "visits.csv": visitsTable(), "one.csv": "x,y\n1,2\n", "taken.safetensors": "mine" });
});
const train = (...argv: string[]) => folder.neurite(["train", ...argv]);

describe("neurite train", () => {
  it("prints one JSON object and writes the model", async () => {
    const { code, out, err } = await train("visits.csv", "--target", "visits", ...quick, "--json");
    expect([code, err]).toEqual([0, ""]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      task: "regression",
      target: "visits",
      // 15% of 60 rows are 9.
      rows: { train: 42, validation: 9, test: 9 },
      columns: ["age", "job", "hours", "customer"],
      epochs: 4,
      seed: 0,
      engine: engineHere(),
      model: "visits.safetensors",
      warnings: [],
    });
    for (const scores of [report.baseline, report.network]) {
      expect(Object.keys(scores)).toEqual(["r2", "rmse"]);
      expect(Object.values(scores).every(Number.isFinite)).toBe(true);
    }
    expect((await folder.read("visits.safetensors")).length).toBeGreaterThan(1000);
  });

  it("tells the statistics of the straight line, the same as regress where all rows are for training", async () => {
    const argv = ["visits.csv", "--target", "visits", "--ignore", "customer", ...quick, "--out", "line.safetensors"];
    const all = [...argv, "--validation", "0", "--test", "0"];
    const { code, out } = await train(...all);
    expect(code).toBe(0);
    expect(out).toContain("The straight line on its 60 training rows:\n\n   ");
    const [, formula = ""] =
      /The same line on all rows:\n {2}neurite regress visits.csv --formula '(.*)'\n/.exec(out) ?? [];
    expect(formula).toBe("visits ~ age + job + hours");
    const told = JSON.parse((await train(...all, "--force", "--json")).out).baselineStatistics;
    const regressed = JSON.parse((await folder.neurite(["regress", "visits.csv", "--formula", formula, "--json"])).out);
    expect(told.coefficients).toHaveLength(5);
    for (const [at, { name: _, ...numbers }] of regressed.coefficients.entries()) {
      for (const [of, value] of Object.entries(numbers))
        expect(told.coefficients[at][of]).toBeCloseTo(Number(value), 9);
    }
    const { coefficients: _, kind: __, standardised: ___, conditionNumber, dropped, ...rest } = told;
    expect([conditionNumber > 1, dropped]).toEqual([true, []]);
    for (const [of, value] of Object.entries(rest)) {
      const expected = regressed[of];
      if (typeof value !== "number") expect([of, value]).toEqual([of, expected]);
      else expect(value / expected, of).toBeCloseTo(1, 11);
    }
    const inspected = await folder.neurite(["inspect", "line.safetensors", "--json"]);
    expect(JSON.parse(inspected.out).baselineStatistics).toEqual(told);
  });

  it("keeps a checkpoint, and goes on from it to the same model", async () => {
    const settings = ["visits.csv", "--target", "visits", "--units", "8", "--epochs", "100", "--force"];
    const whole = await train(...settings, "--out", "whole.safetensors", "--checkpoint", "run.checkpoint");
    expect(whole.code).toBe(0);
    const rest = await train(...settings, "--out", "rest.safetensors", "--resume", "run.checkpoint");
    expect([rest.code, rest.err]).toEqual([0, ""]);
    expect(await folder.read("rest.safetensors")).toEqual(await folder.read("whole.safetensors"));
    const other = await train(...settings, "--resume", "run.checkpoint", "--seed", "9");
    expect([other.code === 0, other.err]).toEqual([false, expect.stringContaining("made with seed 0, got seed 9")]);
    const model = await train(...settings, "--resume", "whole.safetensors");
    expect(model.err).toContain("holds no snapshot of a training");
    const clash = await train(...settings, "--checkpoint", "visits.csv");
    expect(clash.err).toContain("visits.csv: the checkpoint would replace it.");
  });

  it("ends within a time budget and says so", async () => {
    const argv = ["visits.csv", "--target", "visits", "--epochs", "9999999", "--time-budget", "0.2", "--force"];
    const { code, err } = await train(...argv, "--out", "b.safetensors");
    expect(code).toBe(0);
    expect(err).toContain("The time budget was over");
  });

  it("gives the same numbers for the same seed, others for another", async () => {
    const numbers = async (...options: string[]) => {
      const { out } = await train("visits.csv", "--target", "visits", ...quick, "--force", "--json", ...options);
      const { baseline, network } = JSON.parse(out);
      return { baseline, network };
    };
    const first = await numbers("--seed", "3");
    expect(await numbers("--seed", "3")).toEqual(first);
    expect(await numbers("--seed", "4")).not.toEqual(first);
  });

  it("reports classes by accuracy and log loss, warnings on stderr", async () => {
    const argv = ["visits.csv", "--target", "customer", "--out", "c.safetensors", ...quick];
    const { code, out, err } = await train(...argv);
    expect(code).toBe(0);
    expect(out).toContain("Predicting customer, one of the classes no, yes, from 4 columns of visits.csv.");
    expect(out).toContain("accuracy  log loss");
    expect(out).toMatch(/The straight line (on its 4\d training rows|has no statistics to show):/);
    expect(out).toContain("Next:  neurite predict c.safetensors visits.csv\n");
    expect(err).toBe("");
    const json = JSON.parse((await train(...argv, "--force", "--json")).out);
    expect(Object.keys(json.network)).toEqual(["accuracy", "logLoss"]);
    expect(json.classes).toEqual(["no", "yes"]);
  });

  it("takes options for columns, network and split", async () => {
    const { out } = await train(
      ...["visits.csv", "--target", "visits", "--ignore", "job,customer", "--out", "o.safetensors", "--json"],
      ...["--activation", "tanh", "--units", "3,2", "--epochs", "2", "--batch-size", "7", "--learning-rate", "0.1"],
      ...["--test", "0.5", "--validation", "0.1"],
    );
    expect(JSON.parse(out)).toMatchObject({ columns: ["age", "hours"], rows: { train: 24, validation: 6, test: 30 } });
    const { out: inspected } = await folder.neurite(["inspect", "o.safetensors", "--json"]);
    const { layers, tensors } = JSON.parse(inspected);
    expect(layers.map((layer: { output: number[] }) => layer.output)).toEqual([[3], [2], [1]]);
    expect(tensors[1]).toEqual({ name: "0/dense/weights", shape: [2, 3], dtype: "float32" });
  });

  it("reads standard input, and names the file after the target", async () => {
    const stdin = "a b,y / x\n1,2\n2,4\n3,6\n4,8\n";
    const { code, out } = await folder.neurite(["train", "-", "--target", "y / x", ...quick], { stdin });
    expect(code).toBe(0);
    expect(out).toContain("of standard input.");
    expect(await readdir(folder.path)).toContain("y_x.safetensors");
  });

  it("keeps an existing file, before any work", async () => {
    const { code, out, err } = await train("nowhere.csv", "--target", "y", "--out", "taken.safetensors");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("error[file-exists]: taken.safetensors already exists. Pass --force");
    expect(String(await folder.read("taken.safetensors"))).toBe("mine");
  });

  it.each([
    [["visits.csv"], 2, "--target is missing: name the column of visits.csv to predict"],
    [["visits.csv", "--target", "visit"], 3, 'Did you mean "visits"?'],
    [["visits.csv", "--target", "visits", "--activation", "tan"], 2, "expected one of arctan, bentIdentity"],
    [["visits.csv", "--target", "visits", "--units", "0"], 2, "whole numbers above 0"],
    [["visits.csv", "--target", "visits", "--ignore", "agee", "--force"], 3, "agee"],
    [["visits.csv", "--target", "visits", "--out", "no/m.safetensors"], 1, "error[cannot-write]"],
    [["visits.csv", "--target", "visits", "--out", "visits.csv", "--force"], 2, "the model would replace its table"],
    [["visits.csv", "--target", "visits", "--task", "guess"], 2, "regression, classification"],
    [["visits.csv", "--target", "job", "--task", "regression"], 2, "needs a target of numbers"],
    [["one.csv", "--target", "y"], 3, "1 row"],
    [["taken.safetensors", "--target", "y"], 3, "no rows"],
  ])("refuses %j with exit code %d", async (argv, code, mention) => {
    const ran = await train(...argv);
    expect([ran.code, ran.out]).toEqual([code, ""]);
    expect(ran.err).toContain(mention);
  });

  it("never prints NaN where rows are few or constant", async () => {
    const argv = ["train", "-", "--target", "y", "--out", "few.safetensors", "--force", "--epochs", "2", "--json"];
    for (const stdin of [
      "x,y\n1,7\n2,7\n3,7\n",
      "x,y\n1e308,1\n-1e308,2\n5e307,3\n",
      "a,x,y\n5,1,2\n5,2,3\n5,3,1\n5,4,4\n",
    ]) {
      const { code, out } = await folder.neurite(argv, { stdin });
      expect(code).toBe(0);
      expect(out).not.toContain("NaN");
      const { network, warnings, rows } = JSON.parse(out);
      // one row in the test part: R² is not defined
      expect([rows.test, network.r2]).toEqual([1, null]);
      expect(warnings.length).toBeGreaterThan(0);
    }
  });

  it("saves the best weights so far on Ctrl-C", async () => {
    const io = fakeIo({ cwd: folder.path });
    const stderr = {
      write(text: string) {
        io.stderr.write(text);
        // the first line of progress
        if (text.startsWith("epoch ")) io.pressInterrupt();
      },
    };
    const now = () => {
      io.wait(600);
      return io.now();
    };
    const argv = ["train", "visits.csv", "--target", "visits", "--epochs", "500", "--out", "early.safetensors"];
    expect(await run(argv, { ...io, stderr, now })).toBe(0);
    expect(io.err()).toContain("Stopping: the best weights so far");
    expect(io.err()).toContain("warning: Training was stopped in");
    expect(io.out()).toContain("Model: early.safetensors");
    expect(await readdir(join(folder.path))).toContain("early.safetensors");
  });
});
