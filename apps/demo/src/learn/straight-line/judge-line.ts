// What task 1a says of a line: how far off it is, which usual slip it is and, after some tries, which way to go.
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";

const goal = 12.3;
/** A hint comes with this try. */
const patience = 3;

interface Judged {
  readonly meanSquare: number;
  readonly slope: number;
  /** Height at the mean age. */
  readonly level: number;
}

/** Judges a line by its mean square; `best` is the line of least squares, `tries` counts this one. */
export function judgeLine(yours: Judged, best: Judged, tries: number): Verdict {
  const say = words.straightLine.tasks;
  const shown = formatNumber(yours.meanSquare, 1);
  if (yours.meanSquare < goal)
    return { solved: true, say: say.reached(formatNumber(yours.meanSquare), formatNumber(best.meanSquare)) };
  const parts = [say.away(shown, formatNumber(yours.meanSquare - goal))];
  if (yours.slope * best.slope < 0 && Math.abs(yours.slope) > 0.05) parts.push(say.rises);
  else if (Math.abs(yours.slope) <= 0.05) parts.push(say.flat);
  else if (tries >= patience) parts.push(hint(yours, best));
  return { solved: false, say: parts.join(" ") };
}

/** The larger of the two faults, in transactions at the ends of the line. */
function hint(yours: Judged, best: Judged): string {
  const say = words.straightLine.tasks;
  const tilt = (Math.abs(yours.slope) - Math.abs(best.slope)) * 27;
  const height = yours.level - best.level;
  if (Math.abs(tilt) > Math.abs(height)) return tilt > 0 ? say.steep : say.shallow;
  return height > 0 ? say.high : say.low;
}
