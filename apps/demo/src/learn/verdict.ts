/** What a task says of an answer: how far off, which slip it was, what to try next. */
export interface Verdict {
  readonly solved: boolean;
  readonly say: string;
}
