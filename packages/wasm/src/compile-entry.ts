import { type AnyNode, type Entry, type Program, sizeOf, type Tensor } from "@neurite/tensor";
import { Code } from "./assembler/code";
import { Module } from "./assembler/module";
import { barrierBytes, emitBarrier } from "./barrier";
import { type Block, bytesOfTensor, constantsOf, planBlock, type Wanted } from "./block";
import { bytesOf } from "./element";
import { type Address, emitBlock, resolver } from "./emit-block";
import type { Heap } from "./heap";

/** An input or output of an entry: its name, its type, and where it stands in memory. */
export interface Port {
  readonly name: string;
  readonly type: Tensor;
  readonly at: number;
}

/** An entry that can run. */
export interface CompiledEntry {
  /** Runs it so many times and gives how many were completed. */
  readonly run: (times: number) => number;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

/** The same for several threads: a module of which each thread runs its part. */
export interface CompiledParts {
  readonly module: WebAssembly.Module;
  /** The caller's own part. */
  readonly run: (times: number) => number;
}

/** What the entries of a program have in common. */
export interface Site {
  readonly program: Program;
  readonly heap: Heap;
  readonly stateAt: ReadonlyMap<AnyNode, number>;
  /** What entries work in, one after the other. */
  readonly room: { at: number; bytes: number };
}

function wantedOf({ program, stateAt }: Site, entry: Entry): Wanted {
  const updates = Object.entries(entry.updates).map(([name, next]) => ({
    state: program.state[name] as Tensor,
    next,
  }));
  const inputs = Object.values(entry.inputs).map((t) => t.node);
  return {
    outputs: Object.values(entry.outputs),
    guard: entry.guard,
    updates,
    given: new Set([...stateAt.keys(), ...inputs]),
  };
}

/** Gives a place to what a block needs besides its own values: inputs, constants, room. */
function furnish({ heap, stateAt, room }: Site, block: Block, entry: Entry): (t: Tensor) => Address {
  const at = new Map(stateAt);
  for (const t of Object.values(entry.inputs)) if (!at.has(t.node)) at.set(t.node, heap.reserve(bytesOfTensor(t)));
  for (const node of constantsOf(block)) {
    if (node.op !== "constant" || at.has(node)) continue;
    const { shape, dtype, data } = node.attributes.value;
    at.set(node, heap.reserve(sizeOf(shape) * bytesOf(dtype)));
    heap.write(at.get(node) as number, data);
  }
  if (block.bytes > room.bytes) {
    room.bytes = block.bytes;
    room.at = heap.reserve(block.bytes);
  }
  return (t) => ({ at: at.get(t.node) as number });
}

/** A function that repeats what `turn` writes as often as its parameter says; `leave` writes the end before that, where a number is 0. */
function repeating(turn: (code: Code, asked: (guard: Address) => void) => void): Code {
  const code = new Code(["i32"], ["i32"]);
  const done = code.local("i32");
  code.block(() => {
    code.loop(() => {
      code.get(done, 0);
      code.op("i32.ge_s");
      code.brIf(1);
      turn(code, (guard) => {
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
  return code;
}

function instantiate(module: WebAssembly.Module, { memory }: Heap, name: string): (times: number) => number {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports[name] as (times: number) => number;
}

/** Compiles an entry for the calling thread. */
export function compileEntry(site: Site, entry: Entry): CompiledEntry {
  const { heap, room } = site;
  const module = new Module();
  const block = planBlock(wantedOf(site, entry));
  const outside = furnish(site, block, entry);
  const code = repeating((to, asked) => emitBlock(to, module, block, room.at, outside, asked));
  module.export("part0", module.add(code));
  const resolve = resolver(block, room.at, outside);
  return {
    run: instantiate(new WebAssembly.Module(module.bytes(heap.shared)), heap, "part0"),
    inputs: Object.entries(entry.inputs).map(([name, type]) => ({ name, type, at: outside(type).at })),
    outputs: Object.entries(entry.outputs).map(([name, type], i) => {
      const { source, offset } = block.outputs[i] ?? { source: type, offset: 0 };
      return { name, type, at: resolve(source).at + offset * bytesOf(type.dtype) };
    }),
  };
}

/** Compiles an entry without inputs and outputs for several threads; undefined where there is nothing to share out. */
export function compileParts(site: Site, entry: Entry, parts: number): CompiledParts | undefined {
  const { heap, room } = site;
  const module = new Module();
  const block = planBlock(wantedOf(site, entry), parts);
  if (block.calls.every((shares) => shares.length === 1)) return undefined;
  const outside = furnish(site, block, entry);
  const meeting = heap.reserve(barrierBytes);
  for (let part = 0; part < parts; part++) {
    const code = repeating((to, asked) => {
      const barrier = () => emitBarrier(to, meeting, parts);
      emitBlock(to, module, block, room.at, outside, asked, { part, parts, barrier });
    });
    module.export(`part${part}`, module.add(code));
  }
  const compiled = new WebAssembly.Module(module.bytes(true));
  return { module: compiled, run: instantiate(compiled, heap, "part0") };
}
