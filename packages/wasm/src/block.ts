import { type AnyNode, simplify, sizeOf, Tensor } from "@neurite/tensor";
import { Arena } from "./arena";
import { type Call, callsOf } from "./calls";
import { bytesOf } from "./element";
import { fuse } from "./fuse";
import { type Place, readsOf } from "./kernel";
import { rewrite } from "./rewrite";
import { planScan } from "./scan-plan";
import { schedule, type Update } from "./schedule";
import { uniformConstant } from "./uniform-constant";
import { sourceOf } from "./view";

/** What a block works out, as tensors of the graph that its author wrote. */
export interface Wanted {
  readonly outputs: readonly Tensor[];
  readonly guard: Tensor | undefined;
  readonly updates: readonly Update[];
  /** Graph inputs whose values stand in memory when the block begins. */
  readonly given: ReadonlySet<AnyNode>;
}

/** Kernels in their order with a place for everything they make, relative to the block's memory. */
export interface Block {
  /** One call after the other; one that is shared out is a list of shares that may run at the same time. */
  readonly calls: readonly (readonly Call[])[];
  /** How many calls run before the guard is asked. */
  readonly early: number;
  readonly guard: Place | undefined;
  readonly outputs: readonly Place[];
  readonly copies: readonly { readonly state: Tensor; readonly from: Place }[];
  /** Where a value stands in the block's memory, by node and output. */
  readonly places: ReadonlyMap<AnyNode, ReadonlyMap<number, number>>;
  /** Values that stand in the memory of a state. */
  readonly inPlace: ReadonlyMap<AnyNode, Tensor>;
  readonly constants: ReadonlySet<AnyNode>;
  readonly bytes: number;
}

/**
 * Plans a block: rewrites, fuses, orders and lays out its memory; kernels worth it are shared out in
 * `parts`.
 */
export function planBlock({ outputs, guard, updates, given }: Wanted, parts = 1): Block {
  const wanted = [...outputs, ...(guard ? [guard] : []), ...updates.map((u) => u.next)];
  const short = rewrite(simplify(wanted));
  const made = short.map((t) => ownValue(t, given));
  const results = made.slice(0, outputs.length);
  const asked = guard && (made[outputs.length] as Tensor);
  const nexts = made.slice(made.length - updates.length);
  const early = asked ? [...results, asked] : [];
  const late = asked ? nexts : [...nexts, ...results];
  const fused = fuse(early, late, (node) => given.has(node));
  const next = updates.map(({ state }, i) => ({ state, next: nexts[i] as Tensor }));
  const { kernels, inPlace, copies, ...ordered } = schedule(fused, next, asked !== undefined);

  // who reads what last
  const placed = results.map(fused.place);
  const guardPlace = asked && fused.place(asked);
  const copied = copies.map((c) => ({ state: c.state, from: fused.place(c.next) }));
  const uses = new Map<AnyNode, Map<number, number>>();
  const use = ({ node, output }: Tensor, at: number) => {
    const outputsOf = uses.get(node) ?? new Map<number, number>();
    uses.set(node, outputsOf.set(output, Math.max(at, outputsOf.get(output) ?? 0)));
  };
  kernels.forEach((kernel, at) => {
    for (const t of readsOf(kernel)) use(t, at);
  });
  for (const { source } of [...placed, ...copied.map((c) => c.from)]) use(source, kernels.length);
  if (guardPlace) use(guardPlace.source, ordered.early);
  for (const node of inPlace.keys()) use(new Tensor(node, 0), 0);

  const arena = new Arena();
  const places = new Map<AnyNode, Map<number, number>>();
  const ends = new Map<number, { at: number; bytes: number }[]>();
  const calls: (readonly Call[])[] = [];
  let asking = 0;
  kernels.forEach((kernel, position) => {
    const scan =
      kernel.type === "single" && kernel.node.op === "scan" ? planScan(kernel.node, uses.get(kernel.node)) : undefined;
    const roomy = (bytes: number): number => {
      if (bytes === 0) return 0;
      const at = arena.take(bytes);
      ends.set(position, [...(ends.get(position) ?? []), { at, bytes }]);
      return at;
    };
    for (const node of kernel.type === "single" ? [kernel.node] : kernel.members.keys()) {
      const own = new Map<number, number>();
      for (const [output, last] of uses.get(node) ?? []) {
        if (inPlace.has(node)) continue;
        const bytes = bytesOfTensor(new Tensor(node, output));
        const at = arena.take(bytes);
        own.set(output, at);
        const end = Math.max(last, position);
        ends.set(end, [...(ends.get(end) ?? []), { at, bytes }]);
      }
      // the carries of a loop live in its outputs, whether anyone reads those or not
      if (scan)
        for (let i = 0; i < scan.carries; i++) if (!own.has(i)) own.set(i, roomy(bytesOfTensor(new Tensor(node, i))));
      if (own.size > 0) places.set(node, own);
    }
    calls.push(...callsOf(kernel, (node) => uses.has(node), scan, roomy, parts));
    if (position === ordered.early - 1) asking = calls.length;
    for (const { at, bytes } of ends.get(position) ?? []) arena.release(at, bytes);
  });
  const constants = new Set<AnyNode>();
  for (const { source } of [
    ...kernels.flatMap(readsOf).map((source) => ({ source })),
    ...placed,
    ...copied.map((c) => c.from),
  ]) {
    if (source.node.op === "constant") constants.add(source.node);
  }
  return {
    calls,
    early: asking,
    guard: guardPlace,
    outputs: placed,
    copies: copied,
    places,
    inPlace,
    constants,
    bytes: arena.size,
  };
}

/** The constants that a block reads from memory, those of loops inside it too. */
export function constantsOf({ constants, calls }: Block): ReadonlySet<AnyNode> {
  const all = new Set(constants);
  for (const [call] of calls) if (call?.type === "scan") for (const node of constantsOf(call.plan.block)) all.add(node);
  return all;
}

export function bytesOfTensor({ shape, dtype }: Tensor): number {
  return sizeOf(shape) * bytesOf(dtype);
}

/** A result that is no more than something given is copied, so that it has a value and a place of its own. */
function ownValue(t: Tensor, given: ReadonlySet<AnyNode>): Tensor {
  const source = sourceOf(t);
  const borrowed = given.has(source.node) || source.node.op === "constant" || uniformConstant(source) !== undefined;
  return borrowed ? t.stopGradient() : t;
}
