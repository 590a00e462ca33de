import { NeuriteError } from "../src/error";

/** The error that `act` is refused with; anything else that it does is an error of the test. */
export function refusal(act: () => unknown): NeuriteError {
  try {
    act();
  } catch (error) {
    if (error instanceof NeuriteError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}
