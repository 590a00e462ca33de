import {
  type AnyNode,
  type Backend,
  checkProgram,
  createExecutable,
  type Executable,
  NeuriteError,
  type Program,
  sizeOf,
  type Tensor,
  type Value,
} from "@neurite/tensor";
import { bytesOfTensor } from "./block";
import { compileEntry, type Port, type Site } from "./compile-entry";
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
    compile: (program) => compile(program, threads),
  };
}

/** The engine as it runs unless told otherwise. */
export const wasm: Backend = /* @__PURE__ */ engine();

function compile(program: Program, threads: number | undefined): Executable {
  checkProgram(program);
  const most = threads === 1 ? 1 : Math.min(mostThreads(), threads ?? 4);
  const heap = new Heap(most > 1);
  const places = new Map<string, number>();
  const stateAt = new Map<AnyNode, number>();
  for (const [name, tensor] of Object.entries(program.state)) {
    const at = heap.reserve(bytesOfTensor(tensor));
    places.set(name, at);
    stateAt.set(tensor.node, at);
  }
  const site: Site = { program, heap, stateAt, room: { at: 0, bytes: -1 } };
  const placeOf = (name: string) => places.get(name) as number;
  const take = ({ shape, dtype }: Tensor, at: number): Value => ({
    shape,
    dtype,
    data: heap.read(at, dtype, sizeOf(shape)),
  });
  const executable = createExecutable(program, {
    ready(entry) {
      const compiled = compileEntry(site, entry);
      const { inputs, outputs, run } = compiled;
      return {
        run(values) {
          inputs.forEach(({ at }, i) => {
            heap.write(at, (values[i] as Value).data);
          });
          run(1);
          return outputs.map(({ type, at }) => take(type, at));
        },
        repeat(times) {
          let done = 0;
          while (done < times) {
            const part = Math.min(times - done, 2 ** 30);
            const completed = team ? team.repeat(entry, compiled, part) : run(part);
            done += completed;
            if (completed < part) break;
          }
          return done;
        },
        bind() {
          const [[from], [to]] = [inputs, outputs] as [[Port], [Port]];
          return (given, answer) => {
            heap.write(from.at, given);
            run(1);
            heap.readInto(to.at, answer);
          };
        },
      };
    },
    read: (name) => take(program.state[name] as Tensor, placeOf(name)),
    write: (name, given) => heap.write(placeOf(name), given.data),
  });
  const team = heap.shared ? createTeam(site, most, threads !== undefined, executable) : undefined;
  return executable;
}
