import type { Json } from "../config";
import type { Minimizer } from "../training";
import type { Check } from "./finding";

const start = Float64Array.of(1, -2, 3);
const limit = 50;

/** Σ w², which is 14 at the start, with its gradient. */
const objective = (point: Float64Array) => ({
  loss: point.reduce((sum, n) => sum + n * n, 0),
  gradient: point.map((n) => 2 * n),
});

/** The losses and the last memory of at most 50 steps. */
function descend(minimizer: Minimizer): { readonly losses: readonly number[]; readonly memory: Json | undefined } {
  const losses: number[] = [];
  let memory: Json | undefined;
  for (const step of minimizer.steps(objective, start.slice(), undefined)) {
    losses.push(step.loss);
    memory = step.memory;
    if (losses.length === limit) break;
  }
  return { losses, memory };
}

/** The losses of a minimizer on Σ w², as text. */
export const minimizerText = (minimizer: Minimizer): string => descend(minimizer).losses.join();

/** The checks of a minimizer: it lowers Σ w², is decided by what it is given, and its memory fits a file. */
export function minimizerChecks(make: () => Minimizer): readonly Check[] {
  return [
    {
      name: "descent",
      run: () => {
        const end = descend(make()).losses.at(-1) ?? Number.NaN;
        return end < 14 ? [] : [`after at most ${limit} steps Σ w² should be below its start of 14, got ${end}.`];
      },
    },
    {
      name: "determinism",
      run: () => {
        const [once, again] = [minimizerText(make()), minimizerText(make())];
        return once === again ? [] : ["the same steps gave two different results."];
      },
    },
    {
      name: "memory",
      run: () => {
        const { memory = null } = descend(make());
        const written = JSON.stringify(memory);
        return JSON.stringify(JSON.parse(written)) === written && written !== undefined
          ? []
          : ["its memory should be plain data that JSON can hold."];
      },
    },
  ];
}
