// Chapter 5: where two starts lead, and how fast.
import { adam, meanSquaredError, type Optimizer, sgd } from "neurite";
import { articleStart, flippedStart, network, type Start, startWeights } from "../learn/repetition/start";
import { data, goal } from "../learn/repetition/training-data";
import { denseNetwork } from "../training/dense-network";
import { type Recording, recordTraining } from "../training/record-training";
import { type Figures, figure } from "./figure";

interface Lane {
  readonly start: Start;
  readonly rate?: number;
  readonly steps: readonly number[];
  readonly optimizer?: Optimizer;
  readonly goal?: number;
}

function recorded({ start, rate = 0.1, steps, optimizer = sgd(), ...rest }: Lane): Promise<Recording> {
  return recordTraining({
    network: denseNetwork(network),
    inputs: 2,
    loss: meanSquaredError,
    optimizer,
    learningRate: rate,
    start: startWeights(start),
    train: data.train,
    heldOut: data.heldOut,
    steps,
    ...rest,
  });
}

const endOf = ({ frames }: Recording) => frames.at(-1)?.heldOut ?? Number.NaN;
const lastSteps = 1500;

/** Both lanes at the steps that are told of, and the first step of lane B that reaches the goal at each rate. */
export async function laneFigures(): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  const steps = [0, 1, 2, 5, 10, 20, 50, 75, 100, 125, 200, 600];
  for (const [lane, start] of [["A", articleStart] as const, ["B", flippedStart] as const]) {
    for (const { step, heldOut } of (await recorded({ start, steps })).frames)
      figures[`lane ${lane}, step ${step}: held-out R²`] = figure(heldOut, 0.01);
  }
  for (const rate of [0.03, 0.1, 0.15, 0.2, 0.25]) {
    const { reached = Number.NaN } = await recorded({ start: flippedStart, rate, steps: [0, lastSteps], goal });
    figures[`lane B, rate ${rate}: first step with ${goal}`] = figure(reached, 5);
  }
  for (const rate of [0.01, 0.3, 0.5]) {
    const { frames, reached } = await recorded({ start: flippedStart, rate, steps: [0, lastSteps], goal });
    if (reached !== undefined) throw new Error(`lane B reaches ${goal} at a rate of ${rate}`);
    figures[`lane B, rate ${rate}, step ${lastSteps}: held-out R²`] = figure(
      frames.at(-1)?.heldOut ?? Number.NaN,
      0.01,
    );
  }
  const { broken } = await recorded({ start: flippedStart, rate: 1, steps: [0, lastSteps] });
  figures["lane B, rate 1: breaks at step"] = figure(broken?.step ?? Number.NaN, 5);
  return figures;
}

/** That lane A is stuck and not slow, and how many single weights free it. */
export async function stuckFigures(): Promise<Figures> {
  const long = [20_000];
  const stuck = { start: articleStart, steps: long };
  const tried: number[] = [];
  for (let at = 0; at < 6; at++) {
    for (let half = -6; half <= 6; half++) {
      const start = articleStart.map((weight, i) => (i === at ? half / 2 : weight));
      tried.push(endOf(await recorded({ start, steps: [lastSteps] })));
    }
  }
  const free = tried.filter((r2) => r2 >= goal);
  const ends = {
    "lane A, step 20000": await recorded(stuck),
    "lane A by Adam at 0.03, step 20000": await recorded({ ...stuck, rate: 0.03, optimizer: adam() }),
    "lane A by Adam at 0.1, step 20000": await recorded({ ...stuck, rate: 0.1, optimizer: adam() }),
  };
  const half = "lane A, one weight from −3 to 3 by halves";
  return {
    ...Object.fromEntries(
      Object.entries(ends).map(([name, recording]) => [`${name}: held-out R²`, figure(endOf(recording), 0.01)]),
    ),
    [`${half}: tried`]: figure(tried.length, 0),
    [`${half}: free`]: figure(free.length, 0),
    [`${half}: the least of the free`]: figure(Math.min(...free), 0.01),
  };
}
