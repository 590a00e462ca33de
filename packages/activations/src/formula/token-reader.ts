import type { NeuriteError } from "@neurite/tensor";
import { badFormula } from "./bad-formula";
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

  /** The word that was taken last. */
  get before(): Token | undefined {
    return this.#tokens[this.#place - 1];
  }

  get isOver(): boolean {
    return this.next.kind === "end";
  }

  /** Whether a value begins here. */
  get isAtValue(): boolean {
    const { kind, text } = this.next;
    return kind === "number" || kind === "name" || kind === "path" || text === "(";
  }

  /** The number that is meant by digits, a comma and digits without a space between them, where the comma comes next. */
  get decimalWithComma(): string | undefined {
    const [whole, comma, part] = this.#tokens.slice(Math.max(0, this.#place - 1), this.#place + 2);
    if (whole?.kind !== "number" || comma?.text !== "," || part?.kind !== "number") return undefined;
    const isOneWord = part.at === whole.at + whole.text.length + 1;
    return isOneWord ? `${whole.text}.${part.text}` : undefined;
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

  #found(): string {
    return this.isOver ? "the end of the text" : shown(this.next.text);
  }
}
