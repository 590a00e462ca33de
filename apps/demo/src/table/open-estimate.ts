import { type Derivation, derived, given } from "../numbers/derivation";
import type { TrainingEstimate } from "./estimate-training";

/** How many seconds a training takes at most, rounded as one says it. */
export function openEstimate({ setUp, steps, stepsPerSecond }: TrainingEstimate): Derivation {
  const seconds = setUp + steps / stepsPerSecond;
  return derived(
    "seconds for one training, at most",
    seconds,
    () => [
      given(
        "seconds before the first step",
        setUp,
        "timed here: the table made into numbers, the engine made for this network",
      ),
      "+",
      given("steps at most", steps, "epochs × steps in an epoch; a training that no longer improves ends before"),
      "÷",
      given("steps in a second", stepsPerSecond, "timed here in the first fifth of a second of a training"),
    ],
    { text: seconds < 1 ? "1" : String(Math.ceil(seconds)) },
  );
}
