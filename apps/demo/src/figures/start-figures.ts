// Chapter 5, last picture: of a hundred starts, how many find the crossing.
import { succeeds } from "../learn/repetition/share-of-starts";
import { startsPlan } from "../learn/repetition/starts-plan";
import { tryStarts } from "../training/try-starts";
import { type Figures, figure } from "./figure";

const withinOf: Readonly<Record<number, number>> = { 2: 4 };

export function startFigures(): Figures {
  const reached = new Map(startsPlan.widths.map((width) => [width, 0]));
  for (const one of tryStarts(startsPlan)) if (succeeds(one)) reached.set(one.width, (reached.get(one.width) ?? 0) + 1);
  return Object.fromEntries(
    [...reached].map(([width, count]) => [
      `${width} ${width === 1 ? "neuron" : "neurons"}: of ${startsPlan.seeds.length} starts`,
      figure(count, withinOf[width] ?? 1),
    ]),
  );
}
