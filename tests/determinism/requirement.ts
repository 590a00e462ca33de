// What some machines do not have, and CI must.
import { describe } from "vitest";

/**
 * Declares tests that need something: where it is missing they are left out, with a line on standard error, except in CI, where its absence
 * is a failure.
 */
export function describeWith(missing: string | undefined, name: string, declare: () => void): void {
  if (missing !== undefined && !process.env.CI) {
    console.error(`left out: ${name}: ${missing}`);
    describe.skip(name, declare);
    return;
  }
  describe(name, declare);
}
