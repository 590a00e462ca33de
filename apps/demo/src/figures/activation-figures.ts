// The playground: which functions learn a product, and with how many neurons.
import type { PlaneSet } from "../playground/sets/plane-set";
import { planeSet } from "../playground/sets/plane-sets";
import { trainingSteps } from "../playground/training/frame-steps";
import { firstSettings, type Settings } from "../playground/training/settings";
import { straightLine } from "../playground/training/straight-line";
import { createTraining } from "../playground/training/train-network";
import { type Figures, figure } from "./figure";
import { spreadOfStarts } from "./spread-of-starts";

const product = () => planeSet("product", [], undefined) as PlaneSet;
const formulas = ["x", "floor(x)", "max(0,x)", "tanh(x)", "x*sigmoid(x)", "exp(-x^2)", "sin(3*x)", "x^2"];

async function endOf(settings: Settings): Promise<number> {
  let last = Number.NaN;
  await createTraining({ settings, set: product() }).trainTo(trainingSteps, {
    onlyEnd: true,
    onFrame: ({ heldOut }) => {
      last = heldOut;
    },
  });
  return last;
}

/** What the playground shows who does nothing but come. */
export async function productFigures(): Promise<Figures> {
  return {
    "straight line: held-out R²": figure(straightLine(product()).heldOut, 0.0005),
    "first start: held-out R²": figure(await endOf(firstSettings), 0.01),
  };
}

/** Where ten starts of the playground end, with one layer of these neurons on the product. */
export async function productStarts(units: number, formula: string): Promise<readonly number[]> {
  const scores: number[] = [];
  for (let seed = 1; seed <= 10; seed++)
    scores.push(await endOf({ ...firstSettings, layers: [{ units, formula }], seed }));
  return scores;
}

export async function activationFigures(): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  for (const formula of formulas)
    for (const units of [2, 4])
      Object.assign(figures, spreadOfStarts(`${units} of ${formula}`, await productStarts(units, formula), 0.01));
  return figures;
}
