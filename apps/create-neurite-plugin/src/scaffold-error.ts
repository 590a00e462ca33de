/** What the command ends with: 0 all is well, 1 failure, 2 called wrongly or a folder would be overwritten; those of the `neurite` command. */
const exitCodes = { "cannot-write": 1, "file-exists": 2, usage: 2 } as const;

export type ScaffoldErrorCode = keyof typeof exitCodes;

/** A no to the user: one sentence on what was expected and found, and one with the remedy. */
export class ScaffoldError extends Error {
  override readonly name = "ScaffoldError";
  readonly code: ScaffoldErrorCode;

  constructor(code: ScaffoldErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get exitCode(): 1 | 2 {
    return exitCodes[this.code];
  }
}
