import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { type TrainReport, trainText } from "./train-report";

const colors = picocolors.createColors(false);
const report: TrainReport = {
  task: "regression",
  target: "cnt",
  rows: { train: 11122, validation: 2781, test: 3476 },
  columns: ["hr", "temp"],
  baseline: { r2: 0.391234, rmse: 141.2345 },
  network: { r2: 0.94119, rmse: 42.1 },
  epochs: 34,
  seed: 1,
  engine: "interpreter",
  model: "cnt.safetensors",
  warnings: [],
};

describe("trainText", () => {
  it("compares network and line on the test rows", () => {
    // 42.1 / 141.2345 = 0.298…, so 70% smaller.
    expect(trainText(report, "bikes.csv", colors)).toBe(`cnt, a number, from 2 columns of bikes.csv
11,122 rows to train, 2,781 to choose when to stop, 3,476 to test

On 3,476 test rows that neither model has seen:

                    R²   RMSE
  linear model  0.3912  141.2
  network       0.9412   42.1

The network's error (RMSE) is 70% smaller: the columns act together, and it caught that.

Model: cnt.safetensors (34 epochs, seed 1)
Next:  neurite predict cnt.safetensors FILE
`);
  });

  it("says so when the line is as good, or better", () => {
    const text = (rmse: number) => trainText({ ...report, network: { r2: 0.4, rmse } }, "t.csv", colors);
    expect(text(139)).toContain("a straight line is enough");
    expect(text(160)).toContain("13% larger: trust the straight line");
  });

  it("shows accuracy and log loss for classes", () => {
    const text = trainText(
      {
        ...report,
        task: "binary",
        baseline: { accuracy: 0.9, logLoss: 0.3 },
        network: { accuracy: 0.91, logLoss: 0.2 },
      },
      "t.csv",
      colors,
    );
    expect(text).toContain("accuracy  log loss");
    expect(text).toContain("The network's log loss is 33% smaller");
  });

  it("draws no conclusion from scores that are not there", () => {
    const none = trainText(
      { ...report, baseline: { r2: null, rmse: null }, network: { r2: null, rmse: null } },
      "t",
      colors,
    );
    expect(none).toContain("linear model   –     –");
    expect(none).not.toContain("smaller");
    expect(trainText({ ...report, rows: { train: 2, validation: 0, test: 0 } }, "t", colors)).toContain(
      "No rows were left to test on",
    );
  });

  it("quotes a path that a shell would take apart", () => {
    expect(trainText({ ...report, model: "my model.safetensors" }, "t", colors)).toContain(
      "neurite predict 'my model.safetensors' FILE",
    );
  });
});
