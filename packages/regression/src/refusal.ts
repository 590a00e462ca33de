import { NeuriteError } from "@neurite/tensor";

/** For tests: what is refused, by code and message. */
export function refusal(run: () => unknown): readonly [code: string, message: string] {
  try {
    run();
  } catch (error) {
    if (error instanceof NeuriteError) return [error.code, error.message];
    throw error;
  }
  throw new Error("no error");
}
