import type { NeuriteError } from "@neurite/tensor";
import { badFormula } from "./bad-formula";
import { comparisons } from "./comparisons";
import { type StepCount, shown, type Token, tokensOf } from "./tokens";

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

  /** The error for the next word, or for another place and what stands there. */
  problem(expected: string, remedy: string, { at, got }: { at: number; got?: string } = this.next): NeuriteError {
    return badFormula({ text: this.text, at, expected, got: got ?? this.#found(), remedy });
  }

  /** The error where the formula, or a part of it, should be over. */
  unexpected(expected: string, remedy: string): NeuriteError {
    const before = this.#tokens[this.#place - 1];
    const { kind, text } = this.next;
    if (kind === "number" || kind === "name" || text === "(") {
      const left = before && before.kind !== "sign" ? before.text : `(…)`;
      return this.problem("an operator", `Write ${left} * ${text === "(" ? "(…)" : text} for a product.`);
    }
    if (text === "=") {
      return this.problem(expected, "Write == to compare; trained numbers, as in beta = 1; stand first.");
    }
    if (Object.hasOwn(comparisons, text)) {
      return this.problem(
        expected,
        "Compare two things at a time, as in where(0 < x, where(x < 1, a, b), b) for 0 < x < 1.",
      );
    }
    return this.problem(expected, remedy);
  }

  #found(): string {
    return this.isOver ? "the end of the text" : shown(this.next.text);
  }
}
