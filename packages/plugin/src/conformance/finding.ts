import { NeuriteError } from "@neurite/tensor";

/** A fault that a check found: which check, and what is wrong where. */
export interface Finding {
  readonly check: string;
  readonly message: string;
}

/** One named check of a kind; it gives what is wrong, and nothing where all is well. */
export interface Check {
  readonly name: string;
  run(): Promise<readonly string[]> | readonly string[];
}

/** Runs checks one after the other; one that throws has found that. */
export async function findFaults(checks: readonly Check[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    for (const message of await messagesOf(check)) findings.push({ check: check.name, message });
  }
  return findings;
}

/** Throws `bad-plugin` with everything that a check found. */
export async function assertCheck(check: Check): Promise<void> {
  const messages = await messagesOf(check);
  if (messages.length === 0) return;
  throw new NeuriteError("bad-plugin", `${check.name}: ${messages.join(" ")}`);
}

async function messagesOf(check: Check): Promise<readonly string[]> {
  try {
    return await check.run();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
