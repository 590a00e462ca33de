// Task 3b: yes to two opposite corners. One neuron cannot, and to say so is the right answer; two can.
import { words } from "../../words/words";
import type { Verdict } from "../verdict";
import { corners } from "./corners";

export interface EitherAnswer {
  /** Whether the reader says that it cannot be done. */
  readonly cannot: boolean;
  readonly right: number;
}

export function judgeEither({ cannot, right }: EitherAnswer): Verdict {
  const say = words.oneNeuron.either;
  if (right === corners.length) return { solved: true, say: say.solvedByTwo };
  if (cannot) return { solved: true, say: say.cannot };
  return { solved: false, say: right === corners.length - 1 ? say.three : say.fewer(right) };
}
