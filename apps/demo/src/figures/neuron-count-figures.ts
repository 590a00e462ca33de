// What networks of some neurons reach on the customers: two are enough, more buy nothing.
import { trainNeurons } from "../learn/one-neuron/train-neurons";
import { bestOf, starts, type TrainedStart } from "../learn/one-neuron/trained-start";
import type { NumberColumn } from "../training/standardised";
import { type Figures, figure } from "./figure";
import { spreadOfStarts } from "./spread-of-starts";

const within = 0.01;

async function trained(units: number, count: number, columns?: readonly NumberColumn[]): Promise<TrainedStart[]> {
  const all: TrainedStart[] = [];
  for (let seed = 1; seed <= count; seed++) all.push(await trainNeurons(units, seed, columns ? { columns } : {}));
  return all;
}

const heldOut = (all: readonly TrainedStart[]) => all.map((one) => one.heldOut.r2);

/** The bars of chapter 3: of ten starts the one that fits the training rows best. */
export async function neuronBarFigures(): Promise<Figures> {
  const bar = async (units: number) => figure(bestOf(await trained(units, starts))?.heldOut.r2 ?? Number.NaN, within);
  return { "one neuron: held-out R²": await bar(1), "two neurons: held-out R²": await bar(2) };
}

/** Held-out R² of twenty starts for each number of neurons. */
export async function neuronCountFigures(): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  for (const units of [1, 2, 3, 4, 8])
    Object.assign(figures, spreadOfStarts(`${units} of balance, retired`, heldOut(await trained(units, 20)), within));
  for (const units of [4, 8]) {
    const scores = heldOut(await trained(units, 20, ["age", "balance", "retired"]));
    Object.assign(figures, spreadOfStarts(`${units} of age, balance, retired`, scores, within));
  }
  return figures;
}
