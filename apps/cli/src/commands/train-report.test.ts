import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { type TrainReport, trainText } from "./train-report";

const colors = picocolors.createColors(false);
const options = { table: "bikes.csv", plugins: [], command: "neurite", colors };
const report: TrainReport = {
  task: "regression",
  target: "cnt",
  rows: { train: 11122, validation: 2781, test: 3476 },
  columns: ["hr", "temp"],
  baselineStatistics: { kind: "unknown", target: "cnt", reason: "notKept", columns: [] },
  baseline: { r2: 0.391234, rmse: 141.2345 },
  network: { r2: 0.94119, rmse: 42.1 },
  epochs: 34,
  seed: 1,
  engine: "interpreter",
  model: "cnt.safetensors",
  warnings: [],
};

describe("trainText", () => {
  it("holds the network against the line on the test rows", () => {
    // 42.1 / 141.2345 = 0.298…, so 70% smaller.
    expect(trainText(report, options)).toBe(`Predicting cnt, a number, from 2 columns of bikes.csv.
Rows: 11,122 to train on, 2,781 to choose when to stop, 3,476 to test on.

On 3,476 test rows that neither has seen:

                     R²   RMSE
  straight line  0.3912  141.2
  network        0.9412   42.1

R²: the share of the ups and downs of cnt that is explained; 1 is all of it, 0 no better than the mean.
RMSE: the typical error, in units of cnt.

The network is worth it: its error (RMSE) is 70% smaller.
It found bends, or columns that act together, which a straight line cannot follow.

The straight line has no statistics to show: this model file was written
before there were any. Train anew to have them.

Model: cnt.safetensors (34 epochs, seed 1)
Next:  neurite predict cnt.safetensors bikes.csv
`);
  });

  it("shows accuracy and log loss for classes", () => {
    const text = trainText(
      {
        ...report,
        task: "classification",
        classes: ["no", "yes"],
        baseline: { accuracy: 0.9, logLoss: 0.3 },
        network: { accuracy: 0.91, logLoss: 0.2 },
      },
      options,
    );
    expect(text).toContain("cnt, one of the classes no, yes, from 2 columns");
    expect(text).toContain("accuracy  log loss\n  straight line       0.9       0.3");
    expect(text).toContain("its log loss is 33% smaller");
  });

  it("draws no conclusion from scores that are not there", () => {
    const none = { r2: null, rmse: null };
    const text = trainText({ ...report, baseline: none, network: none }, options);
    expect(text).toContain("straight line   –     –");
    expect(text).not.toContain("smaller");
    expect(trainText({ ...report, rows: { train: 2, validation: 0, test: 0 } }, options)).toContain(
      "No rows were held back to test on",
    );
  });

  it("writes a next command that can be copied", () => {
    const from = (table: string) =>
      trainText({ ...report, model: "my model.safetensors" }, { ...options, table, command: "npx neurite" });
    expect(from("my bikes.csv")).toContain("npx neurite predict 'my model.safetensors' 'my bikes.csv'\n");
    expect(from("-")).toContain("npx neurite predict 'my model.safetensors' FILE\n");
    expect(from("-")).toContain("of standard input.");
  });
});
