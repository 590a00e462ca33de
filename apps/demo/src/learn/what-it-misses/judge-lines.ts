// What task 2a says of the reader's lines: how far off, which usual slip, and after some tries which line to look at.
import { type Customers, trainRows } from "../../customers/customers";
import { formatNumber } from "../../numbers/format-number";
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { type Group, groups, ownLines, type TwoLines } from "./two-lines";

const goal = 0.85;
/** A hint comes with this try. */
const patience = 3;

interface Asked {
  readonly customers: Customers;
  readonly lines: TwoLines;
  readonly parallel: boolean;
  /** Held-out R² that nothing can beat. */
  readonly ceiling: number;
  readonly tries: number;
}

/** Right is a held-out R² above 0.85, wherever the ends are. */
export function judgeLines({ customers, lines, parallel, ceiling, tries }: Asked): Verdict {
  const say = words.whatItMisses.tasks;
  const { r2 } = ownLines(customers, lines).heldOut;
  if (r2 > goal) return { solved: true, say: say.reached(formatNumber(r2, 3)) };
  const parts = [say.away(formatNumber(r2), formatNumber(goal - r2))];
  const rise = (group: Group) => lines[group][1] - lines[group][0];
  if (ceiling <= goal) parts.push(say.tooMuchNoise(formatNumber(customers.interaction), formatNumber(ceiling)));
  else if (parallel) parts.push(say.locked);
  else if (rise("working") < 0 && rise("retired") > 0) parts.push(say.swapped);
  else if (tries >= patience) parts.push(worse(customers, lines));
  return { solved: false, say: parts.join(" ") };
}

/** The group whose line misses more, and which of its ends is farther from where its own customers lie. */
function worse(customers: Customers, lines: TwoLines): string {
  const say = words.whatItMisses.tasks;
  const { predict } = ownLines(customers, lines);
  const misses = groups.flatMap((group) =>
    ([0, 1] as const).map((end) => {
      let sum = 0;
      let count = 0;
      for (let row = 0; row < trainRows; row++) {
        const inGroup = customers.retired[row] === (group === "retired" ? 1 : 0);
        const atEnd = end === 0 ? (customers.balance[row] as number) < 15 : (customers.balance[row] as number) > 35;
        if (!inGroup || !atEnd) continue;
        sum += (customers.transactions[row] as number) - predict(row).value;
        count += 1;
      }
      return { group, end, miss: sum / count };
    }),
  );
  const [most] = misses.sort((a, b) => Math.abs(b.miss) - Math.abs(a.miss));
  return most ? say.look(most.group, most.end === 0, most.miss > 0) : "";
}
