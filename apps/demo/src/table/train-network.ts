// One training against the line on the same rows: its epochs as they come, and what it says of the test rows.
import { fitTable, type TabularModel, tanh } from "neurite";
import type { Call } from "../worker/remote";
import { type Answered, answered } from "./answered";
import type { Choice } from "./choice";
import { type FittedLine, optionsOf, rowsOf } from "./line-view";

/** Where a training stands. */
export interface TrainingReport {
  readonly epoch: number;
  readonly epochs: number;
  /** The share of this epoch's steps that is done. */
  readonly share: number;
  /** The mean loss of the validation rows after each epoch so far. */
  readonly losses: readonly number[];
  readonly seconds: number;
}

export interface NetworkView {
  readonly test: Answered;
  readonly losses: readonly number[];
  readonly bestEpoch: number;
  readonly ended: TabularModel["history"]["ended"];
  readonly seconds: number;
  readonly parameters: number;
  readonly warnings: readonly string[];
}

export interface TrainedNetwork {
  readonly model: TabularModel;
  readonly view: NetworkView;
}

/** The page draws at most so often, in milliseconds. */
const drawn = 50;

/** What of a choice the options of `fitTable` are, with the two sizes of networks. */
export function networkOptions(choice: Choice) {
  return { ...optionsOf(choice), ...(choice.small && { units: [4], activation: tanh }) };
}

/** Trains the network that goes with a line; a stop keeps the best weights so far. */
export async function trainNetwork(
  { table, fit }: FittedLine,
  choice: Choice,
  seed: number,
  call: Call,
): Promise<TrainedNetwork> {
  const begun = performance.now();
  const losses: number[] = [];
  const seconds = () => (performance.now() - begun) / 1000;
  let epochs = 0;
  let reportedAt = Number.NEGATIVE_INFINITY;
  const report = (share: number) => {
    const now: TrainingReport = {
      epoch: losses.length + (share < 1 ? 1 : 0),
      epochs,
      share,
      losses: [...losses],
      seconds: seconds(),
    };
    call.report(now);
    reportedAt = performance.now();
  };
  const model = await fitTable(table, {
    ...networkOptions(choice),
    seed,
    signal: call.signal,
    onProgress: (progress) => {
      epochs = progress.epochs;
      if (performance.now() - reportedAt >= drawn) report(Math.min(0.999, progress.step / progress.steps));
    },
    onEpoch: async ({ validationLoss = Number.NaN }) => {
      losses.push(validationLoss);
      report(1);
      await call.whilePaused();
    },
  });
  const { test } = fit.split;
  const said = model.predictTable(rowsOf(table, test));
  const answers = model.task === "regression" ? { numbers: said.predictions as Float64Array } : (said as never);
  const parameters = [...model.network.weights.values()].reduce((sum, { data }) => sum + data.length, 0);
  const { bestEpoch, ended } = model.history;
  const warnings = model.warnings.filter(({ code }) => code === "dead-units").map(({ message }) => message);
  const view = {
    test: answered(answers, fit.encoder.target, fit.target, test, table.lines),
    losses,
    bestEpoch,
    ended,
    seconds: seconds(),
    parameters,
    warnings,
  };
  return { model, view };
}
