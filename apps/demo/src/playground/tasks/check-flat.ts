import type { Verdict } from "../../learn/verdict";
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Settings } from "../training/settings";

const widths = [2, 4, 8] as const;
const starts = [1, 2, 3] as const;
/** What counts as no help: two hundredths above the straight line. */
const margin = 0.02;

/** Whether no width helps a function: each width is trained from three starts. */
export async function checkFlat(
  settings: Settings,
  line: number,
  endsOf: (setups: readonly Settings[]) => Promise<readonly number[]>,
): Promise<Verdict> {
  const say = words.playground.tasks.flat;
  if (settings.set !== "product") return { solved: false, say: say.otherSet };
  const formula = settings.layers[0]?.formula;
  if (formula === undefined) return { solved: false, say: say.noLayer };
  const setups = widths.flatMap((units) =>
    starts.map((seed): Settings => ({ ...settings, layers: [{ units, formula }], seed })),
  );
  const ends = await endsOf(setups);
  const best = widths.map((_, i) => Math.max(...ends.slice(i * starts.length, (i + 1) * starts.length)));
  const helped = best.findIndex((score) => score > line + margin);
  if (helped < 0) {
    return { solved: true, say: say.solved(formatNumber(Math.max(...best), 3), formatNumber(line, 3)) };
  }
  return {
    solved: false,
    say: say.helps(widths[helped] as number, formatNumber(best[helped] as number, 3), formatNumber(line, 3)),
  };
}
