import { Bytes } from "./bytes";
import { type Instruction, opcodes } from "./opcodes";

/** What a local, a parameter or a result of a WebAssembly function holds. */
export type LocalType = "i32" | "f32" | "f64" | "v128";

/** Atomic instructions, by their numbers after the prefix 0xfe. Source: WebAssembly threads proposal. */
const atomics = { notify: 0x00, wait: 0x01, load: 0x10, store: 0x17, add: 0x1e } as const;

const typeBytes = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

/** The vector that is written next, as numbers of each type. */
const vector = /* @__PURE__ */ new ArrayBuffer(16);
const uint8 = /* @__PURE__ */ new Uint8Array(vector);
const int32 = /* @__PURE__ */ new Int32Array(vector);
const int64 = /* @__PURE__ */ new BigInt64Array(vector);
const float32 = /* @__PURE__ */ new Float32Array(vector);
const float64 = /* @__PURE__ */ new Float64Array(vector);

/** The number of a local of a function. */
export type Local = number;

/** The body of a WebAssembly function, written instruction by instruction; operands go by the stack, as in WebAssembly itself. */
export class Code {
  readonly #bytes = new Bytes();
  /** Runs of locals of one type, as a module counts them. */
  readonly #locals: { readonly type: LocalType; count: number }[] = [];
  #count = 0;
  readonly #later: { readonly func: Code; readonly at: number }[] = [];
  readonly params: readonly LocalType[];
  readonly results: readonly LocalType[];

  constructor(params: readonly LocalType[] = [], results: readonly LocalType[] = []) {
    this.params = params;
    this.results = results;
  }

  /** A new local, 0 at the start. */
  local(type: LocalType): Local {
    const last = this.#locals[this.#locals.length - 1];
    if (last?.type === type) last.count++;
    else this.#locals.push({ type, count: 1 });
    return this.params.length + this.#count++;
  }

  get(...locals: readonly Local[]): void {
    for (let i = 0; i < locals.length; i++) this.#indexed(0x20, locals[i] as Local);
  }

  set(local: Local): void {
    this.#indexed(0x21, local);
  }

  tee(local: Local): void {
    this.#indexed(0x22, local);
  }

  /** Takes the value on the stack into a new local and leaves it there. */
  keep(type: LocalType): Local {
    const local = this.local(type);
    this.tee(local);
    return local;
  }

  /** Takes the value off the stack into a new local. */
  take(type: LocalType): Local {
    const local = this.local(type);
    this.set(local);
    return local;
  }

  #indexed(opcode: number, index: number): void {
    this.#bytes.byte(opcode);
    this.#bytes.unsigned(index);
  }

  /** Instructions without immediates, one after the other. */
  op(...names: readonly Instruction[]): void {
    for (let i = 0; i < names.length; i++) this.#opcode(names[i] as Instruction);
  }

  #opcode(name: Instruction): void {
    const code = opcodes.get(name) as number;
    if (code < 0x100) this.#bytes.byte(code);
    else {
      this.#bytes.byte(0xfd);
      this.#bytes.unsigned(code - 0x100);
    }
  }

  /** A load or store at an address plus `offset` bytes; `lane` for those that touch one lane. No alignment is promised. */
  memory(name: Instruction, offset = 0, lane?: number): void {
    this.#opcode(name);
    this.#bytes.byte(0);
    this.#bytes.unsigned(offset);
    if (lane !== undefined) this.#bytes.byte(lane);
  }

  /** Picks 16 bytes out of two vectors. */
  shuffle(bytes: readonly number[]): void {
    this.#opcode("i8x16.shuffle");
    this.#bytes.append(bytes);
  }

  i32(n: number): void {
    this.#bytes.byte(0x41);
    this.#bytes.signed(n);
  }

  /** A vector of four equal float32 numbers. */
  f32x4(n: number): void {
    float32.fill(n);
    this.#vector();
  }

  /** A vector of two equal float64 numbers. */
  f64x2(n: number): void {
    float64.fill(n);
    this.#vector();
  }

  /** A vector of four int32 numbers; one stands for all. */
  i32x4(n: number, ...more: readonly number[]): void {
    int32.fill(n);
    int32.set(more, 1);
    this.#vector();
  }

  /** A vector of two equal 64-bit words. */
  i64x2(n: bigint): void {
    int64.fill(BigInt.asIntN(64, n));
    this.#vector();
  }

  #vector(): void {
    this.#opcode("v128.const");
    this.#bytes.append(uint8);
  }

  /** Copies bytes: target, source and length are on the stack. */
  copy(): void {
    this.#bytes.append([0xfc, 10, 0, 0]);
  }

  /** Fills bytes: target, the byte and the length are on the stack. */
  fill(): void {
    this.#bytes.append([0xfc, 11, 0]);
  }

  /** An atomic instruction on 32 bits of shared memory. */
  atomic(name: keyof typeof atomics): void {
    this.#bytes.append([0xfe, atomics[name], 2, 0]);
  }

  /** The number -1 of 64 bits: a wait without an end. */
  forever(): void {
    this.#bytes.append([0x42, 0x7f]);
  }

  call(func: number): void {
    this.#indexed(0x10, func);
  }

  /** Calls a function that gets its number only when a module takes this one up. */
  callLater(func: Code): void {
    this.#bytes.byte(0x10);
    this.#later.push({ func, at: this.#bytes.length });
    this.#bytes.append([0, 0, 0, 0, 0]);
  }

  /** The functions that are called later, in the order of their calls. */
  get later(): readonly Code[] {
    return this.#later.map(({ func }) => func);
  }

  /** What `body` writes, as a block that `br(0)` inside it leaves. */
  block(body: () => void): void {
    this.#nest(0x02, body);
  }

  /** What `body` writes, as a block that `br(0)` inside it begins again. */
  loop(body: () => void): void {
    this.#nest(0x03, body);
  }

  /** What `body` writes where the i32 on the stack is not 0. */
  when(body: () => void, otherwise?: () => void): void {
    this.#bytes.append([0x04, 0x40]);
    body();
    if (otherwise) {
      this.#bytes.byte(0x05);
      otherwise();
    }
    this.#bytes.byte(0x0b);
  }

  #nest(opcode: number, body: () => void): void {
    this.#bytes.append([opcode, 0x40]);
    body();
    this.#bytes.byte(0x0b);
  }

  br(depth: number): void {
    this.#indexed(0x0c, depth);
  }

  brIf(depth: number): void {
    this.#indexed(0x0d, depth);
  }

  /** Adds a constant to an i32 local. */
  bump(local: Local, by: number): void {
    if (by === 0) return;
    this.get(local);
    this.i32(by);
    this.op("i32.add");
    this.set(local);
  }

  /** Runs `body` a constant number of times; once is no loop. `counter` counts down from `times` to 1. */
  times(times: number, body: (counter: Local) => void): void {
    if (times < 1) return;
    const counter = this.local("i32");
    this.i32(times);
    this.set(counter);
    const turn = () => body(counter);
    if (times === 1) turn();
    else {
      this.loop(() => {
        turn();
        this.get(counter);
        this.i32(1);
        this.op("i32.sub");
        this.tee(counter);
        this.brIf(0);
      });
    }
  }

  /** The function as the code section of a module holds it; `numbers` are those of the functions called later. */
  body(numbers: readonly number[] = []): Uint8Array {
    this.#later.forEach(({ at }, i) => {
      this.#bytes.putUnsigned(at, numbers[i] as number);
    });
    const body = new Bytes();
    body.unsigned(this.#locals.length);
    for (const { type, count } of this.#locals) {
      body.unsigned(count);
      body.byte(typeBytes[type]);
    }
    body.append(this.#bytes.view());
    body.byte(0x0b);
    return body.view();
  }

  /** The function's type as the type section of a module holds it. */
  type(): Uint8Array {
    const type = new Bytes();
    type.byte(0x60);
    type.sized(this.params.map((t) => typeBytes[t]));
    type.sized(this.results.map((t) => typeBytes[t]));
    return type.view();
  }
}
