import type { Distribution } from "../distributions/distribution";
import { normalDistribution } from "../distributions/normal-distribution";
import { studentTDistribution } from "../distributions/student-t-distribution";

/** How statistics are judged: by which distribution, and how many standard errors an interval reaches to either side. */
export interface Judgement {
  readonly distribution: Distribution;
  readonly width: number;
}

/** Judges by Student's t or the normal distribution; intervals hold what they are of with probability `level`. */
export function judgement(kind: "t" | "normal", degreesOfFreedom: number, level: number): Judgement {
  const distribution = kind === "t" ? studentTDistribution({ degreesOfFreedom }) : normalDistribution();
  return { distribution, width: distribution.upperQuantile((1 - level) / 2) };
}
