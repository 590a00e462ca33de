import { mulberry32 } from "../../customers/mulberry32";
import type { PlaneSet } from "./plane-set";

interface Generated {
  readonly task: PlaneSet["task"];
  readonly seed: number;
  readonly target: string;
  /** The answer at a point, without noise. */
  readonly truth: (x: number, y: number) => number;
}

const rows = 300;

/** 300 points uniform between -1 and 1, two draws a row; 200 are learnt from. There is no noise, so a perfect score can be reached. */
export function generatedSet({ task, seed, target, truth }: Generated): PlaneSet {
  const u = mulberry32(seed);
  const [x, y] = [new Float64Array(rows), new Float64Array(rows)];
  for (let row = 0; row < rows; row++) {
    x[row] = 2 * u() - 1;
    y[row] = 2 * u() - 1;
  }
  const values = x.map((at, row) => truth(at, y[row] as number));
  return {
    task,
    inputs: [
      { name: "x₁", values: x },
      { name: "x₂", values: y },
    ],
    target: { name: target, values },
    trainRows: 200,
    ceiling: 1,
    reach: 1,
  };
}
