import type { ErrorCode } from "neurite";

/** What the command ends with: 0 all is well, 1 failure, 2 called wrongly, 3 something is wrong with the data or a file that was read. */
export type ExitCode = 0 | 1 | 2 | 3;

const calledWrongly: ReadonlySet<ErrorCode> = new Set([
  "usage",
  "bad-argument",
  "bad-formula",
  "file-exists",
  "duplicate-kind",
]);

const badData: ReadonlySet<ErrorCode> = new Set([
  "bad-table",
  "bad-cell",
  "missing-column",
  "too-few-rows",
  "bad-data",
  "bad-file",
  "newer-version",
  "no-such-file",
  "too-large",
  "unknown-kind",
  "bad-plugin",
]);

/** The exit code that belongs to an error's code. */
export function exitCode(code: ErrorCode): ExitCode {
  if (calledWrongly.has(code)) return 2;
  return badData.has(code) ? 3 : 1;
}
