/** What was thrown by someone else's code, to stand inside a sentence: the message without a full stop at its end. */
export function thrownText(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).trim().replace(/\.$/, "");
}
