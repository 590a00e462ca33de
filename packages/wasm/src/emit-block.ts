import { sizeOf, Tensor } from "@neurite/tensor";
import type { Code, Local } from "./assembler/code";
import type { Module } from "./assembler/module";
import { type Block, bytesOfTensor } from "./block";
import type { Call } from "./calls";
import { bytesOf } from "./element";
import type { Place } from "./kernel";
import { phasesOf, type Range, type Touched } from "./phases";
import type { Pointer } from "./pointer";
import type { ScanPlan } from "./scan-plan";

/** Where something stands: at a fixed place, or so many bytes further at each step of a loop. */
export interface Address {
  readonly at: number;
  readonly moving?: { readonly step: Local; readonly bytes: number };
}

/** Where what a block did not make itself stands. */
export type Resolve = (t: Tensor) => Address;

/** What one of several threads does of a block; all of them meet at each `barrier`. */
interface Share {
  readonly part: number;
  readonly parts: number;
  barrier(): void;
}

/** Emits a block, or a share of it, into the function `code`: a call for each kernel, `asked` after those that the guard waits for. */
export function emitBlock(
  code: Code,
  module: Module,
  block: Block,
  base: number,
  outside: Resolve,
  asked?: (guard: Address) => void,
  share?: Share,
): void {
  const addressOf = placing(block, base, outside);
  const touched = (call: Call) => touchedBy(call, base, addressOf);
  const run = (calls: readonly (readonly Call[])[]) => {
    for (const phase of share ? phasesOf(calls, share.parts, touched) : [[calls.flat()]]) {
      for (const call of phase[share?.part ?? 0] ?? []) emitCall(code, module, call, base, addressOf);
      share?.barrier();
    }
  };
  run(block.calls.slice(0, block.early));
  if (asked && block.guard) asked(addressOf(block.guard));
  run(block.calls.slice(block.early));
  for (const { state, from } of share?.part ? [] : block.copies) {
    copyBytes(code, outside(state), addressOf(from), bytesOfTensor(state));
  }
  share?.barrier();
}

/** The memory that a call reads and writes. */
function touchedBy(call: Call, base: number, addressOf: (p: Place) => Address): Touched {
  if (call.type === "scan") return { reads: [], writes: [{ from: 0, to: Number.POSITIVE_INFINITY }] };
  const touched = { reads: [] as Range[], writes: [] as Range[] };
  const note = (p: Pointer, room: number | undefined) => {
    if ("bytes" in p) {
      if (room !== undefined && p.bytes > 0) touched.writes.push({ from: base + room, to: base + room + p.bytes });
      return;
    }
    const { at } = addressOf({ source: p.source, offset: 0 });
    (p.written ? touched.writes : touched.reads).push({ from: at, to: at + bytesOfTensor(p.source) });
  };
  if (call.type === "single") {
    for (const step of call.steps) for (const p of "clear" in step ? [step.clear] : step.pointers) note(p, undefined);
  } else for (const [i, p] of call.pointers.entries()) note(p, call.room[i]);
  return touched;
}

function placing(block: Block, base: number, outside: Resolve): (p: Place) => Address {
  const resolve = resolver(block, base, outside);
  return ({ source, offset }) => shifted(resolve(source), offset * bytesOf(source.dtype));
}

/** Where everything that a block reads or makes stands. */
export function resolver(block: Block, base: number, outside: Resolve): Resolve {
  return (t) => {
    const state = block.inPlace.get(t.node);
    if (state) return outside(state);
    const own = block.places.get(t.node)?.get(t.output);
    return own === undefined ? outside(t) : { at: base + own };
  };
}

function shifted({ at, moving }: Address, bytes: number): Address {
  return { at: at + bytes, ...(moving && { moving }) };
}

function push(code: Code, { at, moving }: Address): void {
  code.i32(at);
  if (moving) stepOn(code, moving);
}

function stepOn(code: Code, { step, bytes }: Required<Address>["moving"]): void {
  code.get(step);
  code.i32(bytes);
  code.op("i32.mul", "i32.add");
}

function copyBytes(code: Code, to: Address, from: Address, bytes: number): void {
  if (bytes === 0) return;
  push(code, to);
  push(code, from);
  code.i32(bytes);
  code.copy();
}

function emitCall(code: Code, module: Module, call: Call, base: number, addressOf: (p: Place) => Address): void {
  const addresses = (pointers: readonly Pointer[], room: readonly number[]): Address[] =>
    pointers.map((p, i) => ("bytes" in p ? { at: base + (room[i] as number) } : addressOf(p)));
  if (call.type === "single") {
    for (const step of call.steps) {
      if ("clear" in step) {
        if (step.bytes === 0 || "bytes" in step.clear) continue;
        push(code, addressOf(step.clear));
        code.i32(0);
        code.i32(step.bytes);
        code.fill();
      } else {
        for (const address of addresses(step.pointers, [])) push(code, address);
        code.call(module.add(step.code));
      }
    }
  } else if (call.type === "scan")
    emitScan(code, module, call.plan, base + call.room, call.operands.map(addressOf), addressOf);
  else {
    const func = module.add(call.code);
    const all = addresses(call.pointers, call.room);
    if (call.type === "matmul" && sizeOf(call.batch) !== 1) {
      eachPlace(code, all, call.batch, call.moves, func);
      return;
    }
    for (const address of all) push(code, address);
    code.call(func);
  }
}

/** Calls a kernel for each place of the leading axes. */
function eachPlace(
  code: Code,
  addresses: readonly Address[],
  batch: readonly number[],
  moves: readonly (readonly number[])[],
  func: number,
): void {
  const locals = addresses.map((address) => {
    push(code, address);
    return code.take("i32");
  });
  const axisLoop = (axis: number) => {
    if (axis === batch.length) {
      code.get(...locals);
      code.call(func);
      return;
    }
    code.times(batch[axis] as number, () => {
      axisLoop(axis + 1);
      locals.forEach((local, i) => {
        const inside = axis + 1 < batch.length ? (batch[axis + 1] as number) * (moves[i]?.[axis + 1] as number) : 0;
        code.bump(local, (moves[i]?.[axis] as number) - inside);
      });
    });
  };
  axisLoop(0);
}

/**
 * Emits a loop. The carries stand in the memory of the scan's first outputs: they begin as copies of what comes in, each step updates them,
 * and what is there after the last step is the result. A slice of a sequence, an output or a history is so many bytes on at each step.
 */
function emitScan(
  code: Code,
  module: Module,
  plan: ScanPlan,
  base: number,
  operands: readonly Address[],
  addressOf: (p: Place) => Address,
): void {
  const { node, block, constants, carries, length, reverse, inputs, used, written } = plan;
  const outputCount = node.attributes.body.outputs.length;
  const result = (output: number): Address => addressOf({ source: new Tensor(node, output), offset: 0 });
  const step = code.local("i32");
  const number = base + block.bytes;
  const carried = Array.from({ length: carries }, (_, i) => result(i));
  carried.forEach((to, i) => {
    copyBytes(code, to, operands[constants + i] as Address, bytesOfTensor(inputs[constants + i] as Tensor));
  });
  const nested: { place: Local; from: Address; bytes: number }[] = [];
  const moving = ({ at, moving: outer }: Address, t: Tensor): Address => {
    const bytes = bytesOfTensor(t);
    if (!outer) return { at, moving: { step, bytes } };
    // inside another loop: one local that both loops move
    const place = code.local("i32");
    nested.push({ place, from: { at, moving: outer }, bytes });
    return { at: 0, moving: { step: place, bytes: 1 } };
  };
  const slices = inputs
    .slice(constants + carries, -1)
    .map((t, i) => moving(operands[constants + carries + i] as Address, t));
  const histories = carried.map((_, i) =>
    used.has(outputCount + i) ? moving(result(outputCount + i), inputs[constants + i] as Tensor) : undefined,
  );
  const outputs = new Map(written.map((i) => [i, moving(result(i), node.attributes.body.outputs[i] as Tensor)]));
  const places = [...operands.slice(0, constants), ...carried, ...slices, { at: number }];
  const byNode = new Map(inputs.map(({ node }, i) => [node, places[i]]));
  const outside: Resolve = (t) => byNode.get(t.node) ?? addressOf({ source: t, offset: 0 });
  const inside = placing(block, base, outside);
  code.i32(reverse ? length - 1 : 0);
  code.set(step);
  code.times(length, () => {
    for (const { place, from, bytes } of nested) {
      push(code, from);
      stepOn(code, { step, bytes });
      code.set(place);
    }
    code.i32(number);
    code.get(step);
    code.memory("i32.store");
    histories.forEach((to, i) => {
      if (to) copyBytes(code, to, carried[i] as Address, bytesOfTensor(inputs[constants + i] as Tensor));
    });
    emitBlock(code, module, { ...block, copies: [] }, base, outside);
    block.outputs.forEach((from, i) => {
      const output = written[i] as number;
      const bytes = bytesOfTensor(node.attributes.body.outputs[output] as Tensor);
      copyBytes(code, outputs.get(output) as Address, inside(from), bytes);
    });
    for (const { state, from } of block.copies) copyBytes(code, outside(state), inside(from), bytesOfTensor(state));
    code.bump(step, reverse ? -1 : 1);
  });
}
