import {
  type AnyNode,
  type Backend,
  checkProgram,
  checkValue,
  type Data,
  type Entry,
  type Executable,
  missingInput,
  NeuriteError,
  type Program,
  sizeOf,
  type Tensor,
  unknownName,
  type Value,
} from "@neurite/tensor";
import { Code } from "./assembler/code";
import { Module } from "./assembler/module";
import { bytesOfTensor, constantsOf, planBlock } from "./block";
import { emitBlock, resolver } from "./emit-block";
import { Heap } from "./heap";

/** An entry that can run. */
interface Compiled {
  /** Runs it so many times and gives how many were completed. */
  readonly run: (times: number) => number;
  readonly inputs: readonly (readonly [string, Tensor, number])[];
  readonly outputs: readonly (readonly [string, Tensor, number])[];
}

/**
 * The engine: each entry of a program becomes a WebAssembly module that works on the program's own memory.
 *
 * Entries are compiled when they are first used. Nothing is allocated while they run, and nothing has to be freed: memory goes with the
 * executable.
 */
export const wasm: Backend = {
  name: "wasm",
  compile(program) {
    checkProgram(program);
    return createExecutable(program);
  },
};

function createExecutable(program: Program): Executable {
  const heap = new Heap();
  const states = new Map<string, { tensor: Tensor; at: number }>();
  const stateAt = new Map<AnyNode, number>();
  for (const [name, tensor] of Object.entries(program.state)) {
    const at = heap.reserve(bytesOfTensor(tensor));
    states.set(name, { tensor, at });
    stateAt.set(tensor.node, at);
  }
  const room = { at: 0, bytes: -1 }; // what entries work in, one after the other
  const compiled = new Map<string, Compiled>();
  const entryOf = (name: string): Compiled => {
    const entry = Object.hasOwn(program.entries, name) ? program.entries[name] : undefined;
    if (!entry) throw unknownName("entry", name, Object.keys(program.entries));
    const known = compiled.get(name) ?? compileEntry(program, entry, heap, stateAt, room);
    compiled.set(name, known);
    return known;
  };
  const slot = (name: string) => {
    const found = states.get(name);
    if (!found) throw unknownName("state", name, [...states.keys()]);
    return found;
  };
  const give = (
    entry: string,
    inputs: readonly (readonly [string, Tensor, number])[],
    given: Readonly<Record<string, Value>>,
  ) => {
    const known = inputs.map(([key]) => key);
    const stray = Object.keys(given).find((key) => !known.includes(key));
    if (stray !== undefined) throw unknownName("input", stray, known);
    for (const [key, tensor] of inputs) {
      const value = Object.hasOwn(given, key) ? given[key] : undefined;
      if (!value) throw missingInput(entry, key, tensor);
      checkValue(entry, key, tensor, value);
    }
    for (const [key, , at] of inputs) heap.write(at, (given[key] as Value).data);
  };
  const take = ({ shape, dtype }: Tensor, at: number): Value => ({
    shape,
    dtype,
    data: heap.read(at, dtype, sizeOf(shape)),
  });
  return {
    run(name, inputs = {}) {
      const entry = entryOf(name);
      give(name, entry.inputs, inputs);
      entry.run(1);
      return Object.fromEntries(entry.outputs.map(([key, tensor, at]) => [key, take(tensor, at)]));
    },
    repeat(name, times) {
      const entry = entryOf(name);
      const [needed] = entry.inputs;
      if (needed) throw missingInput(name, needed[0], needed[1]);
      if (!Number.isSafeInteger(times) || times < 0) {
        throw new NeuriteError(
          "bad-argument",
          `repeat: "times" should be a whole number from 0 up, got ${times}. Say how often.`,
        );
      }
      let done = 0;
      while (done < times) {
        const part = Math.min(times - done, 2 ** 30);
        const completed = entry.run(part);
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
        throw new NeuriteError(
          "bad-argument",
          `bind: the entry "${name}" should have one input and one output, got ${inputs.length} and ${outputs.length}. Use run.`,
        );
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
}

type Port = readonly [string, Tensor, number];

function bound(
  heap: Heap,
  entry: string,
  [key, type, from]: Port,
  [result, answer, to]: Port,
  run: (times: number) => number,
) {
  const size = sizeOf(type.shape);
  const width = sizeOf(answer.shape);
  const check = (name: string, t: Tensor, data: Data) =>
    checkValue(entry, name, t, { shape: t.shape, dtype: t.dtype, data });
  return (input: Data, output: Data): void => {
    if (input.length !== size || !heap.holds(type.dtype, input)) check(key, type, input);
    if (output.length !== width || !heap.holds(answer.dtype, output)) check(result, answer, output);
    heap.write(from, input);
    run(1);
    heap.readInto(to, output);
  };
}

function compileEntry(
  program: Program,
  entry: Entry,
  heap: Heap,
  stateAt: ReadonlyMap<AnyNode, number>,
  room: { at: number; bytes: number },
): Compiled {
  const inputs = Object.entries(entry.inputs);
  const outputs = Object.entries(entry.outputs);
  const block = planBlock({
    outputs: outputs.map(([, t]) => t),
    guard: entry.guard,
    updates: Object.entries(entry.updates).map(([name, next]) => ({ state: program.state[name] as Tensor, next })),
    given: new Set([...stateAt.keys(), ...inputs.map(([, t]) => t.node)]),
  });
  const at = new Map(stateAt);
  for (const [, t] of inputs) if (!at.has(t.node)) at.set(t.node, heap.reserve(bytesOfTensor(t)));
  for (const node of constantsOf(block)) {
    if (node.op !== "constant" || at.has(node)) continue;
    const { value } = node.attributes;
    const place = heap.reserve(value.data.length * (value.dtype === "float64" ? 8 : 4));
    heap.write(place, value.data);
    at.set(node, place);
  }
  if (block.bytes > room.bytes) {
    room.bytes = block.bytes;
    room.at = heap.reserve(block.bytes);
  }
  const module = new Module();
  const outside = (t: Tensor) => ({ at: at.get(t.node) as number });
  const code = new Code(["i32"], ["i32"]);
  const done = code.local("i32");
  code.block(() => {
    code.loop(() => {
      code.get(done, 0);
      code.op("i32.ge_s");
      code.brIf(1);
      emitBlock(code, module, block, room.at, outside, (guard) => {
        code.i32(guard.at);
        code.memory("i32.load");
        code.op("i32.eqz");
        code.brIf(1);
      });
      code.bump(done, 1);
      code.br(0);
    });
  });
  code.get(done);
  module.export("run", module.add(code));
  const compiled = new WebAssembly.Module(module.bytes(false));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: heap.memory } });
  const resolve = resolver(block, room.at, outside);
  const ports = outputs.map(([key, t], i) => {
    const { source, offset } = block.outputs[i] ?? { source: t, offset: 0 };
    return [key, t, resolve(source).at + offset * (t.dtype === "float64" ? 8 : 4)] as const;
  });
  return {
    run: exports.run as (times: number) => number,
    inputs: inputs.map(([key, t]) => [key, t, at.get(t.node) as number] as const),
    outputs: ports,
  };
}
