import { allocate, type Data, type DType, NeuriteError } from "@neurite/tensor";
import { roomFor } from "./arena";

const page = 65536;

/** The memory of a program: grows while entries are compiled, never while they run. */
export class Heap {
  readonly memory: WebAssembly.Memory;
  #used = 64; // nothing stands at address 0
  #float32 = new Float32Array();
  #float64 = new Float64Array();
  #int32 = new Int32Array();

  /** Whether several threads may work on it. */
  readonly shared: boolean;

  constructor(shared: boolean) {
    const memory = shared ? sharedMemory() : undefined;
    this.shared = memory !== undefined;
    this.memory = memory ?? new WebAssembly.Memory({ initial: 1 });
    this.#look();
  }

  #look(): void {
    const { buffer } = this.memory;
    this.#float32 = new Float32Array(buffer);
    this.#float64 = new Float64Array(buffer);
    this.#int32 = new Int32Array(buffer);
  }

  /** Gives so many bytes, at first zeros, with room behind them. */
  reserve(bytes: number): number {
    const at = this.#used;
    this.#used += roomFor(bytes);
    const missing = this.#used - this.memory.buffer.byteLength;
    if (missing > 0) {
      this.#grow(Math.ceil(missing / page));
      this.#look();
    }
    return at;
  }

  #grow(pages: number): void {
    try {
      this.memory.grow(pages);
    } catch {
      const wanted = Math.ceil(this.#used / 2 ** 20);
      throw new NeuriteError(
        "too-large",
        `engine: the program needs ${wanted} MB of memory, more than WebAssembly gets here (at most 4,096 MB). Use fewer rows at a time, or a smaller network.`,
      );
    }
  }

  /** Copies numbers into memory; a bool becomes a mask. */
  write(at: number, data: Data): void {
    if (data instanceof Float32Array) put(this.#float32, at / 4, data);
    else if (data instanceof Float64Array) put(this.#float64, at / 8, data);
    else if (data instanceof Int32Array) put(this.#int32, at / 4, data);
    else for (let i = 0; i < data.length; i++) this.#int32[at / 4 + i] = data[i] ? -1 : 0;
  }

  /** Copies numbers out of memory. */
  read(at: number, dtype: DType, size: number): Data {
    const data = allocate(dtype, size);
    this.readInto(at, data);
    return data;
  }

  /** Fills an array from memory. */
  readInto(at: number, data: Data): void {
    if (data instanceof Float32Array) take(this.#float32, at / 4, data);
    else if (data instanceof Float64Array) take(this.#float64, at / 8, data);
    else if (data instanceof Int32Array) take(this.#int32, at / 4, data);
    else for (let i = 0; i < data.length; i++) data[i] = this.#int32[at / 4 + i] ? 1 : 0;
  }
}

/** Memory for several threads; undefined where the machine does not have so many addresses to set apart. */
function sharedMemory(): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
  } catch {
    return undefined;
  }
}

/** Below this a loop is faster than a call. */
const few = 32;

function put<T extends Float32Array | Float64Array | Int32Array>(memory: T, at: number, data: T): void {
  if (data.length > few) memory.set(data, at);
  else for (let i = 0; i < data.length; i++) memory[at + i] = data[i] as number;
}

function take<T extends Float32Array | Float64Array | Int32Array>(memory: T, at: number, data: T): void {
  if (data.length > few) data.set(memory.subarray(at, at + data.length));
  else for (let i = 0; i < data.length; i++) data[i] = memory[at + i] as number;
}
