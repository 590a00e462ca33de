import type { ErrorCode } from "./error-code";

/**
 * The one error class of neurite: a sentence for people, a `code` for machines.
 *
 * `docs/errors.md` lists the codes with cause and remedy.
 *
 * @example
 * ```ts
 * import { NeuriteError, constant } from "@neurite/tensor";
 *
 * try {
 *   constant([[1, 2, 3]]).matmul(constant([[1, 2]]));
 * } catch (error) {
 *   if (error instanceof NeuriteError) console.log(error.code); // → bad-shape
 * }
 * ```
 */
export class NeuriteError extends Error {
  override readonly name = "NeuriteError";
  /** What went wrong, as a stable word. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
