import type { ExitCode } from "./exit-code";
import type { Io } from "./io";
import { createProgram } from "./program";
import { reportError } from "./report-error";

/** Runs the command with its arguments (without node and the script), and tells the exit code; never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    await createProgram(io).parseAsync([...argv], { from: "user" });
    return 0;
  } catch (error) {
    return reportError(error, argv, io);
  }
}
