import { Bytes } from "./bytes";
import type { Code } from "./code";

/** A WebAssembly module under construction. Functions of the same bytes are one. */
export class Module {
  readonly #functions: Uint8Array[] = [];
  readonly #types: Uint8Array[] = [];
  readonly #typeOf: number[] = [];
  /** The functions of so many bytes. */
  readonly #ofLength = new Map<number, number[]>();
  readonly #exports: [string, number][] = [];

  /** Adds a function, after those that it calls later, and gives its number, the same for the same bytes. */
  add(code: Code): number {
    const numbers = code.later.map((func) => this.add(func));
    const [type, body] = [code.type(), code.body(numbers)];
    const at = this.#types.findIndex((known) => sameBytes(known, type));
    const typeIndex = at >= 0 ? at : this.#types.push(type) - 1;
    const alike = this.#ofLength.get(body.length) ?? [];
    const twin = alike.find((i) => this.#typeOf[i] === typeIndex && sameBytes(this.#functions[i] as Uint8Array, body));
    if (twin !== undefined) return twin;
    this.#typeOf.push(typeIndex);
    const index = this.#functions.push(body) - 1;
    this.#ofLength.set(body.length, [...alike, index]);
    return index;
  }

  /** Lets the outside call a function by a name. */
  export(name: string, func: number): void {
    this.#exports.push([name, func]);
  }

  /** The bytes of the module, which imports its memory as `env.memory`: of any size, or shared and of up to 4 GiB. */
  bytes(shared: boolean): Uint8Array<ArrayBuffer> {
    const out = new Bytes();
    out.append([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const section = (id: number, write: (to: Bytes) => void) => {
      const inner = new Bytes();
      write(inner);
      out.byte(id);
      out.sized(inner.view());
    };
    section(1, (to) => {
      to.unsigned(this.#types.length);
      for (const type of this.#types) to.append(type);
    });
    section(2, (to) => {
      to.unsigned(1);
      to.text("env");
      to.text("memory");
      to.byte(2);
      to.append(shared ? [3, 0] : [0, 0]);
      if (shared) to.unsigned(65536);
    });
    section(3, (to) => {
      to.unsigned(this.#typeOf.length);
      for (const type of this.#typeOf) to.unsigned(type);
    });
    section(7, (to) => {
      to.unsigned(this.#exports.length);
      for (const [name, func] of this.#exports) {
        to.text(name);
        to.byte(0);
        to.unsigned(func);
      }
    });
    section(10, (to) => {
      to.unsigned(this.#functions.length);
      for (const body of this.#functions) to.sized(body);
    });
    return out.view().slice() as Uint8Array<ArrayBuffer>;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
