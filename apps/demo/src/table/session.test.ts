import { readFileSync } from "node:fs";
import { readCsv, toTable } from "@neurite/csv";
import { fitTable, saveTable, tanh } from "neurite";
import { beforeAll, describe, expect, it } from "vitest";
import figures from "../../figures.json";
import { expectFigure } from "../figures/test-expect-figure";
import type { Call } from "../worker/remote";
import { bikes, customersCsv } from "./built-in-tables";
import type { Choice } from "./choice";
import { createSession } from "./session";
import type { TrainingReport } from "./train-network";

const call = (onReport: (value: unknown) => void = () => {}, signal = new AbortController().signal): Call => ({
  report: onReport,
  signal,
  whilePaused: async () => {},
});
const bytes = new TextEncoder().encode(customersCsv());
const file = { name: "bank-customers.csv", bytes, leaveOut: false };
const choice: Choice = {
  target: "transactions",
  ignore: [],
  categories: [],
  numbers: [],
  shuffled: false,
  small: true,
};
const r2 = ({ actual, predicted }: { actual: Float64Array; predicted: Float64Array }) => {
  const mean = actual.reduce((sum, y) => sum + y, 0) / actual.length;
  const left = actual.reduce((sum, y, i) => sum + (y - (predicted[i] ?? 0)) ** 2, 0);
  return 1 - left / actual.reduce((sum, y) => sum + (y - mean) ** 2, 0);
};

describe("the invented customers", () => {
  const session = createSession();
  const reports: TrainingReport[] = [];
  let line: ReturnType<typeof session.line>;
  let network: Awaited<ReturnType<typeof session.train>>;
  beforeAll(async () => {
    session.read(file, call());
    line = session.line(choice);
    network = await session.train(
      choice,
      call((report) => reports.push(report as TrainingReport)),
    );
  });

  it("have a straight line at once that says next to nothing", () => {
    expect(line.rows).toEqual({ train: 280, validation: 60, test: 60 });
    expectFigure(r2(line.test), figures.tableLines["bank customers, straight line: held-out R²"]);
    expect(line.coefficients.map(({ name }) => name)).toEqual(["age", "balance", "retired"]);
  });

  it("train four neurons to what noise allows, and report every epoch", () => {
    expectFigure(r2(network.test), figures.tableNetworks["bank customers, network: held-out R²"]);
    expect(network.parameters).toBe(3 * 4 + 4 + 4 + 1);
    expect(reports.at(-1)?.losses).toEqual(network.losses);
    expect(reports.filter(({ share }) => share === 1).map(({ epoch }) => epoch)).toEqual(
      network.losses.map((_, i) => i + 1),
    );
  });

  it("give the same model file as fitTable with the same options", async () => {
    const model = await fitTable(toTable(readCsv(bytes, file.name)), {
      target: "transactions",
      seed: 0,
      units: [4],
      activation: tanh,
    });
    expect(session.save()).toEqual(saveTable(model));
  });

  it("answer for any values: the surface turns round with retirement, the plane does not", () => {
    const {
      network: bent,
      line: plane,
      width,
      height,
    } = session.surface({ x: "balance", y: "retired", cells: { age: 60, balance: 0, retired: 0 }, label: 0 });
    expect([width, height]).toEqual([33, 2]);
    const rise = (values: Float64Array, at: number) =>
      (values[at * width + width - 1] ?? 0) - (values[at * width] ?? 0);
    expect(rise(bent, 0)).toBeGreaterThan(15);
    expect(rise(bent, 1)).toBeLessThan(-25);
    expect(rise(plane, 0)).toBeCloseTo(rise(plane, 1), 9);
  });

  it("explain a row by numbers that add up to the prediction", () => {
    const { cells, line: at } = session.row(1);
    expect([cells, at]).toEqual([{ age: 50, balance: 14.7, retired: 0 }, 3]);
    const { network: predicted, trace, lineTerms, intercept, line: straight } = session.explain({ cells, label: 0 });
    expect((trace.scale?.mean ?? 0) + (trace.output[0] ?? 0) * (trace.scale?.deviation ?? 0)).toBe(predicted);
    expect(lineTerms.reduce((sum, { estimate, x }) => sum + estimate * x, intercept)).toBeCloseTo(straight, 9);
  });

  it("open again from the file, with the same answers", () => {
    const again = createSession();
    again.read(file, call());
    const opened = again.open(session.save());
    expect(opened.answers?.network.rows).toHaveLength(400);
    const cells = { age: 60, balance: 10, retired: 1 };
    expect(again.explain({ cells, label: 0 }).network).toBe(session.explain({ cells, label: 0 }).network);
  });

  it("say nothing any more when their target is shuffled", async () => {
    const other = createSession();
    other.read(file, call());
    const shuffled = { ...choice, shuffled: true };
    expect(Math.abs(r2(other.line(shuffled).test))).toBeLessThan(0.15);
    expect(r2((await other.train(shuffled, call())).test)).toBeLessThan(0.15);
  });

  it("have a line that goes through the means", () => {
    const { intercept, coefficients, mean } = line;
    const there = coefficients.reduce((sum, one) => sum + one.estimate * one.mean, intercept ?? 0);
    expect(there).toBeCloseTo(mean, 9);
  });

  it("keep to a model that was opened while another was being trained", async () => {
    const other = createSession();
    other.read(file, call());
    other.line(choice);
    const stop = new AbortController();
    const training = other.train(
      choice,
      call(() => {}, stop.signal),
    );
    other.open(session.save());
    stop.abort();
    await training;
    expect(other.save()).toEqual(session.save());
  });

  it("keep the best weights where a training is stopped", async () => {
    const other = createSession();
    other.read(file, call());
    other.line(choice);
    const stop = new AbortController();
    const { ended, losses } = await other.train(
      choice,
      call((report) => (report as TrainingReport).losses.length === 3 && stop.abort(), stop.signal),
    );
    expect([ended, losses.length]).toEqual(["aborted", 3]);
  });
});

it("warns where columns add up to the target, and ranks hour and working day first without them", () => {
  const session = createSession();
  const bytes = readFileSync(new URL("../../public/bike-hour.csv", import.meta.url));
  session.read({ name: "bike-hour.csv", bytes, leaveOut: false }, call());
  const all = session.line({ ...choice, target: "cnt", ignore: ["instant", "dteday"] });
  const leak = all.warnings.find(({ code }) => code === "sum-leak");
  expect(leak?.remedy?.values).toEqual(["casual", "registered"]);
  expect(r2(all.test)).toBeCloseTo(1, 9);
  const line = session.line({ ...choice, target: bikes.target, ignore: bikes.ignore });
  expectFigure(r2(line.test), figures.tableLines["bike rentals, straight line: held-out R²"]);
  expect(line.columns.map(({ name }) => name)).toContain("casual");
  expect(session.pairs()[0]).toMatchObject({ x: "hr", y: "workingday" });
});

it("tells classes with their probabilities", async () => {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `${(i * 7) % 20},${(i * 3) % 11},${((i * 7) % 20) * ((i * 3) % 11) > 40 ? "high" : "low"}`,
  );
  const session = createSession();
  session.read(
    { name: "c.csv", bytes: new TextEncoder().encode(`a,b,c\n${rows.join("\n")}\n`), leaveOut: false },
    call(),
  );
  const line = session.line({ ...choice, target: "c" });
  expect([line.task, line.labels]).toEqual(["classification", ["high", "low"]]);
  const network = await session.train({ ...choice, target: "c" }, call());
  const right =
    network.test.predicted.filter((label, i) => label === network.test.actual[i]).length / network.test.actual.length;
  expect(right).toBeGreaterThan(0.9);
  expect(network.test.sure.every((p) => p >= 0 && p <= 1)).toBe(true);
  const { network: one, line: other } = session.explain({ cells: { a: 3, b: 4 }, label: 1 });
  expect(one > 0 && one < 1 && other > 0 && other < 1).toBe(true);
});
