import type { NeuriteError } from "@neurite/tensor";
import { badFormula, shown } from "./bad-formula";
import { type StepCount, spaced, type Token, tokensOf } from "./tokens";

const deepest = 100;

/** Reads the words of a formula from left to right, one ahead. */
export class TokenReader {
  readonly text: string;
  readonly #tokens: readonly Token[];
  readonly #count: StepCount;
  #place = 0;
  #depth = 0;

  constructor(text: string, count: StepCount) {
    this.text = text;
    this.#count = count;
    this.#tokens = tokensOf(text, count);
  }

  /** The word that comes next. */
  get next(): Token {
    return this.#tokens[this.#place] as Token;
  }

  get isOver(): boolean {
    return this.next.kind === "end";
  }

  /** How many words have been taken, for `since`. */
  get place(): number {
    return this.#place;
  }

  /** What was taken since a place, as one text. */
  since(place: number): string {
    this.#count.steps += this.#place - place;
    return spaced(this.#tokens.slice(place, this.#place));
  }

  take(): Token {
    const token = this.next;
    this.#place++;
    return token;
  }

  /** Takes the next word if it is one of these signs. */
  takeSign(...signs: readonly string[]): Token | undefined {
    this.#count.steps++;
    return this.next.kind === "sign" && signs.includes(this.next.text) ? this.take() : undefined;
  }

  /** Whether the word after the next one is this sign. */
  isFollowedBy(sign: string): boolean {
    return this.#tokens[this.#place + 1]?.text === sign;
  }

  /** Reads a part inside of another one. */
  nested<T>(read: () => T): T {
    if (this.#depth === deepest) {
      throw this.problem(
        `at most ${deepest} parentheses, calls, signs and powers inside of one another`,
        "Write it flatter.",
      );
    }
    this.#depth++;
    const part = read();
    this.#depth--;
    return part;
  }

  /** Reads a part between parentheses, of which the first has been taken. */
  enclosed<T>(opened: Token, read: () => T): T {
    const part = this.nested(read);
    this.expectSign(")", `Close the parenthesis that opens at character ${opened.at}.`);
    return part;
  }

  /** Takes a sign that has to come next. */
  expectSign(sign: string, remedy: string): void {
    if (!this.takeSign(sign)) throw this.unexpected(JSON.stringify(sign), remedy);
  }

  /** The error for the next word, or for another place and what stands there. */
  problem(expected: string, remedy: string, { at, got }: { at: number; got?: string } = this.next): NeuriteError {
    return badFormula({ text: this.text, at, expected, got: got ?? this.#found(), remedy });
  }

  /** The error where the formula, or a part of it, should be over. */
  unexpected(expected: string, remedy: string): NeuriteError {
    const { kind, text } = this.next;
    if (kind !== "sign" && kind !== "end") {
      return this.problem("an operator", `Write + ${text} for another term, * ${text} for a product inside of I(…).`);
    }
    if (text === "~") return this.problem(expected, "One ~ parts the target from the terms: leave this one out.");
    return this.problem(expected, remedy);
  }

  #found(): string {
    return this.isOver ? "the end of the text" : shown(this.next.text);
  }
}
