// Where a straight line hits everything, a few columns may be the target itself, written another way: 2·a + 3·b, a sum of four.
import { baselineColumns, type FittedBaseline, leastSquares, type Warning } from "neurite";

const asGoodAsExact = 0.999;
const mostColumns = 4;
/** Beyond so many columns the search takes longer than anyone waits. */
const candidates = 40;

/** A warning that names the few columns whose line is the target, found one after the other; sums that the library has found already are not looked for again. */
export function makeUp({ encoder, inputs, split, target, scores, warnings }: FittedBaseline): Warning | undefined {
  if (target.kind !== "number" || !(Number(scores.r2) >= asGoodAsExact)) return undefined;
  if (warnings.some(({ code }) => code === "leak" || code === "sum-leak")) return undefined;
  const y = Float64Array.from(split.train, (row) => target.values[row] as number);
  const columns = baselineColumns(encoder.inputs, inputs, split.train).slice(0, candidates);
  let chosen: typeof columns = [];
  let r2 = 0;
  while (chosen.length < mostColumns && r2 < asGoodAsExact) {
    const tried = columns
      .filter((column) => !chosen.includes(column))
      .map((column) => ({ column, r2: r2Of([...chosen, column], y) }));
    const best = tried.reduce<(typeof tried)[number] | undefined>((a, b) => (a && a.r2 >= b.r2 ? a : b), undefined);
    if (!best) break;
    chosen = [...chosen, best.column];
    r2 = best.r2;
  }
  if (r2 < asGoodAsExact || chosen.length === 0) return undefined;
  const names = [...new Set(chosen.map(({ column }) => column))];
  return {
    code: "sum-leak",
    message: `A straight line through ${names.map((name) => `"${name}"`).join(", ")} alone is "${target.name}" up to R² ${r2.toFixed(5)}: this is the answer itself, if they are not known before it is. Leave them out with "ignore".`,
    remedy: { option: "ignore", values: names },
  };
}

function r2Of(columns: readonly { readonly name: string; readonly values: Float64Array }[], y: Float64Array): number {
  const pairs = columns.map(({ name, values }) => [name, values] as const);
  return leastSquares(pairs, y).rSquared ?? 0;
}
