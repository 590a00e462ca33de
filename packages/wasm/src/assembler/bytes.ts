/** Bytes that grow as they are written, with the number formats of a WebAssembly module. */
export class Bytes {
  #held = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #grow(length: number): void {
    const wider = new Uint8Array(Math.max(length, 2 * this.#held.length));
    wider.set(this.#held);
    this.#held = wider;
  }

  byte(n: number): void {
    if (this.#length === this.#held.length) this.#grow(this.#length + 1);
    this.#held[this.#length++] = n;
  }

  append(more: ArrayLike<number>): void {
    const end = this.#length + more.length;
    if (end > this.#held.length) this.#grow(end);
    this.#held.set(more, this.#length);
    this.#length = end;
  }

  /** A whole number from 0 to 2^32 - 1, LEB128. */
  unsigned(n: number): void {
    let rest = n >>> 0;
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
    this.byte(rest);
  }

  /** The same in five bytes over those that are there. */
  putUnsigned(at: number, n: number): void {
    for (let i = 0; i < 5; i++) this.#held[at + i] = ((n >>> (7 * i)) & 127) | (i < 4 ? 128 : 0);
  }

  /** A whole number of 32 bits with its sign, LEB128. */
  signed(n: number): void {
    let rest = n | 0;
    for (; rest < -64 || rest > 63; rest >>= 7) this.byte((rest & 127) | 128);
    this.byte(rest & 127);
  }

  /** A text as its length and its UTF-8 bytes. */
  text(text: string): void {
    this.sized(new TextEncoder().encode(text));
  }

  /** A length and as many bytes. */
  sized(more: ArrayLike<number>): void {
    this.unsigned(more.length);
    this.append(more);
  }

  /** What has been written so far; valid until more is. */
  view(): Uint8Array {
    return this.#held.subarray(0, this.#length);
  }
}
