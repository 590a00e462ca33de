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

/** Throws `bad-plugin` with everything that one check found; what was thrown meanwhile is its cause, whose stack leads to the place. */
export async function assertCheck(check: Check): Promise<void> {
  let messages: readonly string[];
  try {
    messages = await check.run();
  } catch (cause) {
    throw new NeuriteError("bad-plugin", `${check.name}: ${messageOf(cause)}`, { cause });
  }
  if (messages.length > 0) throw new NeuriteError("bad-plugin", `${check.name}: ${messages.join(" ")}`);
}

/**
 * Throws `bad-plugin` with everything that all checks found; `subject` is whose checks they are.
 *
 * For those who have no test runner: `await assertConformance("acme/swish", checks)`.
 */
export async function assertConformance(subject: string, checks: readonly Check[]): Promise<void> {
  const findings = await findFaults(checks);
  if (findings.length === 0) return;
  const failed = new Set(findings.map(({ check }) => check)).size;
  const list = findings.map(({ check, message }) => `\n- ${check}: ${message}`).join("");
  throw new NeuriteError("bad-plugin", `${subject}: ${failed} of ${checks.length} checks found a fault.${list}`);
}

async function messagesOf(check: Check): Promise<readonly string[]> {
  try {
    return await check.run();
  } catch (error) {
    return [messageOf(error)];
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
