import { tensor } from "neurite";
import { mulberry32 } from "../../customers/mulberry32";
import type { PlaneSet } from "./plane-set";

const rows = 300;
const turns = 1.25;

/** Two arms, one for each group, in an order that mixes them; cosine is the library's own, so every engine has the same points. */
export function spiral(): PlaneSet {
  const u = mulberry32(13);
  const [x, y, group] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  for (let row = 0; row < rows; row++) {
    const arm = row % 2;
    const along = u();
    const radius = 0.08 + 0.87 * along;
    const turn = 1 + turns * along + arm / 2;
    x[row] = radius * tensor.cosineOfTurn(turn % 1) + 0.02 * (2 * u() - 1);
    y[row] = radius * tensor.cosineOfTurn((turn + 0.75) % 1) + 0.02 * (2 * u() - 1);
    group[row] = arm;
  }
  return {
    task: "classes",
    inputs: [
      { name: "x₁", values: x },
      { name: "x₂", values: y },
    ],
    target: { name: "arm", values: group },
    trainRows: 200,
    ceiling: 1,
    reach: 1,
  };
}
