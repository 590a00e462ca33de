import { meanSquaredError, sgd } from "neurite";
import { expect, it } from "vitest";
import type { Derivation } from "../../numbers/derivation";
import { denseNetwork } from "../../training/dense-network";
import { recordTraining } from "../../training/record-training";
import { answersOf, heldOutR2, lossOf } from "./frame-numbers";
import { flippedStart, network, startWeights } from "./start";
import { asked, data } from "./training-data";

const { frames } = await recordTraining({
  network: denseNetwork(network),
  inputs: 2,
  loss: meanSquaredError,
  optimizer: sgd(),
  learningRate: 0.1,
  start: startWeights(flippedStart),
  ...data,
  asked,
  steps: [600],
});
const [frame] = frames;
if (!frame) throw new Error("There should be a frame.");
const parts = (number: Derivation) => number.how().line.filter((part): part is Derivation => typeof part !== "string");

it("opens R² to its two sums, whose parts add up, down to a cell", () => {
  const r2 = heldOutR2(frame);
  // the library scores standardised answers, which is the same
  expect(r2.value).toBeCloseTo(frame.heldOut, 12);
  const [left, about] = parts(r2);
  expect(1 - (left?.value ?? 0) / (about?.value ?? 0)).toBeCloseTo(r2.value, 12);
  const [first, ...rest] = parts(left as Derivation);
  expect([first, ...rest].reduce((sum, part) => sum + (part?.value ?? 0), 0)).toBeCloseTo(left?.value ?? 0, 8);
  const [square] = parts(first as Derivation);
  expect(square?.name).toBe("square of customer 301");
  const [cell] = parts(square as Derivation);
  expect(cell?.how().line).toEqual(["customer 301 of the invented table, column transactions"]);
});

it("opens the loss to the rows' squares", () => {
  const loss = lossOf(frame);
  expect((parts(loss)[0]?.value ?? 0) / 300).toBeCloseTo(loss.value, 12);
});

it("tells the answers apart: held-out rows, training rows, two curves", () => {
  const { heldOut, train, working, retired } = answersOf(frame);
  expect([heldOut, train, working, retired].map(({ length }) => length)).toEqual([100, 300, 51, 51]);
  // after 600 steps those who work rise with their balance, the retired fall
  expect(working[50]).toBeGreaterThan(working[0] ?? 0);
  expect(retired[50]).toBeLessThan(retired[0] ?? 0);
});
