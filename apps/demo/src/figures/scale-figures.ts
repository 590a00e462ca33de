// Chapter 6: sizes, and what a speed means for the largest of them.
import { trainingTime, wordTime } from "../learn/scale/estimates";
import { gpt3, knownNetworks, timesAsMany } from "../learn/scale/networks";
import { given } from "../numbers/derivation";
import { type Figures, figure } from "./figure";

/** Twenty billion operations a second. */
const speed = given("speed", 10e9, "assumed");

export function scaleFigures(): Figures {
  const sizes = knownNetworks.map(({ id, weights }) => [`weights of ${id}`, figure(weights.value, 0)] as const);
  return {
    ...Object.fromEntries(sizes),
    "article networks in GPT-3": figure(timesAsMany.value, 5e7),
    "GPT-3's wire of 1 mm a weight, km": figure(gpt3.weights.value / 1e6, 0),
    "one word at 20 billion operations a second, s": figure(wordTime(speed).value, 0.05),
    "training at 20 billion operations a second, years": figure(trainingTime(speed).value, 50),
  };
}
