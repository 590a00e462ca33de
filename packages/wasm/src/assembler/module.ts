import { Bytes } from "./bytes";
import type { Code } from "./code";

/** A WebAssembly module under construction. Functions of the same bytes are one. */
export class Module {
  readonly #functions: Uint8Array[] = [];
  readonly #types: Uint8Array[] = [];
  readonly #typeOf: number[] = [];
  readonly #known = new Map<string, number>();
  readonly #exports: [string, number][] = [];

  /** Adds a function and gives its number, the same for the same bytes. */
  add(code: Code): number {
    const [type, body] = [code.type(), code.body()];
    const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
    const key = text(type) + text(body);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const typeKey = text(type);
    const typeIndex = this.#known.get(typeKey) ?? this.#types.push(type) - 1;
    this.#known.set(typeKey, typeIndex);
    this.#typeOf.push(typeIndex);
    const index = this.#functions.push(body) - 1;
    this.#known.set(key, index);
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
