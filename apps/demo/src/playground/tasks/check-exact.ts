import type { Verdict } from "../../learn/verdict";
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Settings } from "../training/settings";

/** What the check looks at: the run as it stands. */
export interface RunSoFar {
  readonly settings: Settings;
  readonly step: number;
  readonly isOver: boolean;
  readonly best: number;
  readonly last: number;
  readonly line: number;
}

/** Two neurons that are all but exact on the product: any function that gets there is right. */
export function checkExact({ settings, step, isOver, best, last, line }: RunSoFar): Verdict {
  const say = words.playground.tasks.exact;
  const [layer] = settings.layers;
  if (settings.set !== "product") return { solved: false, say: say.otherSet };
  if (!layer || settings.layers.length !== 1) return { solved: false, say: say.layers(settings.layers.length) };
  if (layer.units !== 2) return { solved: false, say: say.units(layer.units) };
  if (best >= 0.99) return { solved: true, say: say.solved(layer.formula, formatNumber(best, 3)) };
  if (!isOver) return { solved: false, say: say.running(step) };
  if (last <= line + 0.01) return { solved: false, say: say.straight(formatNumber(last, 3)) };
  return { solved: false, say: say.stuck(formatNumber(last, 3)) };
}
