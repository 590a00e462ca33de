import type { PlaneSet } from "../sets/plane-set";

/** How wrong answers are on the rows that are learnt from: the mean square, or for groups the mean of -log(probability of the right one). */
export function planeLoss({ task, target, trainRows }: PlaneSet, answers: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < trainRows; row++) {
    const [wanted, answer] = [target.values[row] as number, answers[row] as number];
    // 2⁻²³ as in the library's loss: a float32 cannot be surer
    sum +=
      task === "number" ? (answer - wanted) ** 2 : -Math.log(Math.max(2 ** -23, wanted === 1 ? answer : 1 - answer));
  }
  return sum / trainRows;
}
