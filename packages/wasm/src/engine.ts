import {
  type AnyNode,
  type Backend,
  checkProgram,
  checkTimes,
  checkValue,
  type Data,
  type Entry,
  type Executable,
  missingInput,
  NeuriteError,
  notBindable,
  own,
  type Program,
  sizeOf,
  type Tensor,
  unknownName,
  type Value,
} from "@neurite/tensor";
import { bytesOfTensor } from "./block";
import { type CompiledEntry, compileEntry, type Port, type Site } from "./compile-entry";
import { mostThreads } from "./crew";
import { Heap } from "./heap";
import { createTeam } from "./team";

/** How the engine runs. */
export interface EngineOptions {
  /**
   * How many threads work on a training: 1, or up to as many as memory can be shared among. Unless told otherwise, as many as the machine
   * has, at most 4, where a trial at the start shows that it pays. The results are the same to the bit.
   */
  readonly threads?: number;
}

/**
 * The engine with options of one's own.
 *
 * Each entry of a program becomes a WebAssembly module that works on the program's own memory. Entries are compiled when they are first used.
 * Nothing is allocated while they run, and nothing has to be freed: memory and threads go with the executable.
 * Throws `bad-argument` for threads that are not a whole number from 1 up.
 *
 * @example
 * ```ts
 * import { input, value } from "@neurite/tensor";
 * import { engine } from "@neurite/wasm";
 *
 * const x = input("x", { shape: [3], dtype: "float32" });
 * const entries = { square: { inputs: { x }, outputs: { y: x.mul(x) }, updates: {} } };
 * const { y } = engine({ threads: 1 }).compile({ state: {}, entries }).run("square", { x: value([1, 2, 3]) });
 * console.log([...y.data]); // → [ 1, 4, 9 ]
 * ```
 */
export function engine({ threads }: EngineOptions = {}): Backend {
  if (threads !== undefined && !(Number.isSafeInteger(threads) && threads >= 1)) {
    throw new NeuriteError("bad-argument", `engine: "threads" should be a whole number from 1 up, got ${threads}.`);
  }
  return {
    name: "wasm",
    compile(program) {
      checkProgram(program);
      return createExecutable(program, threads);
    },
  };
}

/** The engine as it runs unless told otherwise. */
export const wasm: Backend = /* @__PURE__ */ engine();

function createExecutable(program: Program, threads: number | undefined): Executable {
  const most = threads === 1 ? 1 : Math.min(mostThreads(), threads ?? 4);
  const heap = new Heap(most > 1);
  const states = new Map<string, { tensor: Tensor; at: number }>();
  const stateAt = new Map<AnyNode, number>();
  for (const [name, tensor] of Object.entries(program.state)) {
    const at = heap.reserve(bytesOfTensor(tensor));
    states.set(name, { tensor, at });
    stateAt.set(tensor.node, at);
  }
  const site: Site = { program, heap, stateAt, room: { at: 0, bytes: -1 } };
  const compiled = new Map<string, CompiledEntry>();
  const entryOf = (name: string): CompiledEntry => {
    const entry = own(program.entries, name);
    if (!entry) throw unknownName("entry", name, Object.keys(program.entries));
    const known = compiled.get(name) ?? compileEntry(site, entry);
    compiled.set(name, known);
    return known;
  };
  const slot = (name: string) => {
    const found = states.get(name);
    if (!found) throw unknownName("state", name, [...states.keys()]);
    return found;
  };
  const give = (entry: string, inputs: readonly Port[], given: Readonly<Record<string, Value>>) => {
    const known = inputs.map((port) => port.name);
    const stray = Object.keys(given).find((name) => !known.includes(name));
    if (stray !== undefined) throw unknownName("input", stray, known);
    for (const { name, type } of inputs) {
      const value = own(given, name);
      if (!value) throw missingInput(entry, name, type);
      checkValue(entry, name, type, value);
    }
    for (const { name, at } of inputs) heap.write(at, (given[name] as Value).data);
  };
  const take = ({ shape, dtype }: Tensor, at: number): Value => ({
    shape,
    dtype,
    data: heap.read(at, dtype, sizeOf(shape)),
  });
  const executable: Executable = {
    run(name, inputs = {}) {
      const entry = entryOf(name);
      give(name, entry.inputs, inputs);
      entry.run(1);
      return Object.fromEntries(entry.outputs.map(({ name: key, type, at }) => [key, take(type, at)]));
    },
    repeat(name, times) {
      const entry = entryOf(name);
      const [needed] = entry.inputs;
      if (needed) throw missingInput(name, needed.name, needed.type);
      checkTimes(times);
      let done = 0;
      while (done < times) {
        const part = Math.min(times - done, 2 ** 30);
        const completed = team ? team.repeat(program.entries[name] as Entry, entry, part) : entry.run(part);
        done += completed;
        if (completed < part) break;
      }
      return done;
    },
    bind(name) {
      const { inputs, outputs, run } = entryOf(name);
      const [input] = inputs;
      const [output] = outputs;
      if (inputs.length !== 1 || outputs.length !== 1 || !input || !output) {
        throw notBindable(name, inputs.length, outputs.length);
      }
      return bound(heap, name, input, output, run);
    },
    read(name) {
      const { tensor, at } = slot(name);
      return take(tensor, at);
    },
    write(name, given) {
      const { tensor, at } = slot(name);
      checkValue("write", name, tensor, given);
      heap.write(at, given.data);
    },
  };
  const team = heap.shared ? createTeam(site, most, threads !== undefined, executable) : undefined;
  return executable;
}

/** A function from the caller's array to the caller's array. */
function bound(heap: Heap, entry: string, input: Port, output: Port, run: (times: number) => number) {
  const check = ({ name, type, size }: Port & { size: number }, data: Data) => {
    if (data.length === size && heap.holds(type.dtype, data)) return;
    checkValue(entry, name, type, { shape: type.shape, dtype: type.dtype, data });
  };
  const from = { ...input, size: sizeOf(input.type.shape) };
  const to = { ...output, size: sizeOf(output.type.shape) };
  return (given: Data, answer: Data): void => {
    check(from, given);
    check(to, answer);
    heap.write(from.at, given);
    run(1);
    heap.readInto(to.at, answer);
  };
}
