// What some machines do not have, and CI must.
import { describe, expect, it } from "vitest";

/** Declares tests that need something. Where it is missing they are left out, with a line on standard error; in CI that is a failure. */
export function describeWith(missing: string | undefined, name: string, declare: () => void): void {
  if (missing === undefined) describe(name, declare);
  else if (process.env.CI) describe(name, () => it("has what it needs", () => expect.fail(missing)));
  else {
    console.error(`left out: ${name}: ${missing}`);
    describe.skip(name, declare);
  }
}
