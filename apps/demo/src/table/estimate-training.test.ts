import { readCsv, toTable } from "@neurite/csv";
import { expect, it } from "vitest";
import { customersCsv } from "./built-in-tables";
import { noChoice } from "./choice";
import { estimateTraining } from "./estimate-training";
import { fitLine } from "./line-view";

const table = toTable(readCsv(new TextEncoder().encode(customersCsv()), "customers"));
const choice = { ...noChoice, target: "transactions" };
const line = fitLine(table, choice, 0);
const call = (signal: AbortSignal) => ({ report() {}, signal, whilePaused: async () => {} });

it("counts the steps of a whole training, and times the first of them", async () => {
  // a clock that goes on by 50 ms whenever it is looked at: the fifth look at a progress is 200 ms after the first and ends it
  let looks = 0;
  const estimate = await estimateTraining(line, choice, call(new AbortController().signal), () => 50 * looks++);
  // 280 rows in steps of 32 are 9 steps an epoch, for at most 500 epochs
  expect([estimate?.setUp, estimate?.steps]).toEqual([0.05, 4500]);
  expect(looks).toBeLessThanOrEqual(6); // how often a training tells of itself is the machine's affair, but not that it ends here
  expect(estimate?.stepsPerSecond).toBeGreaterThan(0);
});

it("says nothing where it was stopped", async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await estimateTraining(line, choice, call(stop.signal))).toBeUndefined();
});
