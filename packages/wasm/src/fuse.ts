import { type AnyNode, order, type Shape, sizeOf, Tensor } from "@neurite/tensor";
import { isElementwise } from "./element";
import type { Factor, Kernel, MapKernel, MatmulKernel, Member, Operand, Place } from "./kernel";
import { uniformConstant } from "./uniform-constant";
import { denseStrides, isDense, isView, reshapeStrides, runsOf, sameNumbers, sourceOf, viewOf } from "./view";

/** How long a chain of operations without a kernel may get, and how many operations a kernel takes. */
const [longestChain, mostMembers] = [48, 160] as const;

/** Kernels in an order in which each follows those that it reads. */
export interface Fused {
  readonly kernels: readonly Kernel[];
  /** How many of them the early results need. */
  readonly early: number;
  /** Where a result stands in memory. */
  place(t: Tensor): Place;
}

type Joinable = MapKernel | MatmulKernel;

/** Members that a kernel would get; they are its own only if everything fits. */
interface Attempt {
  readonly kernel: Joinable;
  readonly index: number;
  readonly added: Map<AnyNode, Member>;
  split: number | undefined;
  /** What has to stand in memory before a new kernel can be made. */
  blocked: AnyNode | undefined;
}

/**
 * Parts a graph into kernels.
 *
 * Elementwise operations wait until something needs them in memory or adds them up, and then join the kernel of the latest value that they read,
 * or a new one; what they read and has no kernel either comes along. Kernels for the early results come first, and the late ones join none of those.
 */
export function fuse(early: readonly Tensor[], late: readonly Tensor[], given: (node: AnyNode) => boolean): Fused {
  const kernels: Kernel[] = [];
  const home = new Map<AnyNode, Kernel>();
  const waiting = new Map<AnyNode, number>(); // how long a chain of waiting operations ends here
  let first = 0; // the first kernel that may still be joined
  const inMemory = (node: AnyNode) => given(node) || node.op === "constant";

  const push = <K extends Kernel>(kernel: K): K => {
    kernel.index = kernels.push(kernel) - 1;
    return kernel;
  };

  /** How an operand is read at every element of the domain, or of its rows. */
  const operandOf = (t: Tensor, place: Member["place"], attempt: Attempt): Operand | undefined => {
    const { source, offset, strides: own } = viewOf(t);
    const number = uniformConstant(source);
    if (number !== undefined) return { kind: "constant", value: number };
    const domain = domainOf(attempt, place);
    const strides = reshapeStrides(t.shape, own, domain);
    const { node } = source;
    const holder = home.get(node);
    const memory = (): Operand | undefined =>
      strides && fits(attempt, place, strides) ? { kind: "memory", source, offset, strides } : undefined;
    if (inMemory(node)) return memory();
    if (holder && holder !== attempt.kernel) return holder.index < attempt.index ? memory() : undefined;
    const form = strides && offset === 0 ? sameOrRow(source.shape, strides, place, attempt) : undefined;
    const member = form && add(node, form, attempt);
    if (member && member.form !== "sink" && member.place === form) return { kind: "member", node };
    if (!holder) attempt.blocked ??= node;
    return undefined;
  };

  /** Whether a source is read element by element, or row by row with one number for all of a row. */
  const sameOrRow = (shape: Shape, strides: readonly number[], place: Member["place"], attempt: Attempt) => {
    const domain = domainOf(attempt, place);
    if (sizeOf(shape) === sizeOf(domain) && sameNumbers(strides, denseStrides(domain))) return place;
    if (place === "row" || attempt.kernel.type !== "map") return undefined;
    const inner = strides.findIndex((stride, axis) => stride === 0 && domain[axis] !== 1);
    const lead = domain.slice(0, inner);
    if (inner < 1 || sizeOf(shape) !== sizeOf(lead)) return undefined;
    const rows = sameNumbers(strides.slice(0, inner), denseStrides(lead)) && strides.slice(inner).every((s) => s === 0);
    return rows && splitAt(attempt, inner) ? ("row" as const) : undefined;
  };

  /** Makes a node a member of a kernel, with everything it reads that has no kernel yet. */
  const add = (node: AnyNode, place: Member["place"], attempt: Attempt): Member | undefined => {
    const known = attempt.added.get(node) ?? attempt.kernel.members.get(node);
    if (known) return known;
    if (home.has(node) || attempt.added.size + attempt.kernel.members.size >= mostMembers) return undefined;
    const member = node.op === "sum" || node.op === "max" ? reduction(node, attempt) : element(node, place, attempt);
    if (member) attempt.added.set(node, member);
    return member;
  };

  const levelOf = (operands: readonly Operand[], { added, kernel }: Attempt): number => {
    const levels = operands.map((o) =>
      o.kind === "member" ? (added.get(o.node) ?? kernel.members.get(o.node)) : undefined,
    );
    return Math.max(0, ...levels.map((member) => member?.level ?? 0));
  };

  const element = (node: AnyNode, place: Member["place"], attempt: Attempt): Member | undefined => {
    const shape = node.outputs[0]?.shape ?? [];
    const domain = domainOf(attempt, place);
    if (sizeOf(shape) !== sizeOf(domain) || !sameWidth(node, attempt.kernel)) return undefined;
    let operands: readonly Operand[] | undefined = [];
    let strides: readonly number[] | undefined;
    if (node.op === "iota") {
      strides = reshapeStrides(
        shape,
        denseStrides(shape).map((_, axis) => (axis === node.attributes.axis && shape[axis] !== 1 ? 1 : 0)),
        domain,
      );
      if (!strides || !fits(attempt, place, strides)) return undefined;
    } else if (node.op === "random") {
      operands = keyWords(node.inputs[0], domain, attempt);
      strides = denseStrides(domain);
    } else {
      const read = isView(new Tensor(node, 0)) ? [new Tensor(node, 0)] : node.inputs;
      operands = operandsOf(read, place, attempt);
    }
    if (!operands?.every((o) => o.kind !== "memory" || fits(attempt, place, o.strides))) return undefined;
    return { node, form: "element", place, level: levelOf(operands, attempt), operands, ...(strides && { strides }) };
  };

  const operandsOf = (read: readonly Tensor[], place: Member["place"], attempt: Attempt) => {
    const operands: Operand[] = [];
    for (const t of read) {
      const operand = operandOf(t, place, attempt);
      if (!operand) return undefined; // the attempt has failed: looking at the others would take time for nothing
      operands.push(operand);
    }
    return operands;
  };

  /** The two words of a key, as numbers that are the same for all elements. */
  const keyWords = (key: Tensor, domain: Shape, attempt: Attempt): readonly Operand[] | undefined => {
    const { source, offset, strides } = viewOf(key);
    const holder = home.get(source.node);
    if (!inMemory(source.node) && !(holder && holder.index < attempt.index && holder !== attempt.kernel)) {
      if (!holder) attempt.blocked ??= source.node;
      return undefined;
    }
    const everywhere = domain.map(() => 0);
    return [0, strides[0] ?? 0].map((at) => ({ kind: "memory", source, offset: offset + at, strides: everywhere }));
  };

  const reduction = (node: AnyNode, attempt: Attempt): Member | undefined => {
    if ((node.op !== "sum" && node.op !== "max") || attempt.kernel.type !== "map") return undefined;
    const [x] = node.inputs;
    const sides = withoutOnes(x.shape);
    const { axes } = node.attributes;
    const place = sameNumbers(sides, attempt.kernel.domain) ? "full" : "row";
    if (place === "row" && (attempt.split === undefined || !sameNumbers(sides, domainOf(attempt, "row"))))
      return undefined;
    const operand = operandOf(x, place, attempt);
    if (!operand) return undefined;
    const level = levelOf([operand], attempt);
    const reduced = x.shape.flatMap((side, axis) => (side === 1 ? [] : [axes.includes(axis)]));
    const outer = reduced.indexOf(true);
    const operands = [operand];
    if (place === "full" && outer > 0 && reduced.slice(outer).every(Boolean) && splitAt(attempt, outer, operands)) {
      return { node, form: "fold", place: "row", level: level + 1, operands };
    }
    const strides = spread(denseStrides(sides.filter((_, axis) => !reduced[axis])), reduced);
    return fits(attempt, place, strides) ? { node, form: "sink", place, level, operands, strides } : undefined;
  };

  /** Whether the inner axes of a row can be walked through evenly. */
  const fits = ({ kernel, split }: Attempt, place: Member["place"], strides: readonly number[]): boolean => {
    if (kernel.type === "matmul") return (strides[strides.length - 1] ?? 0) <= 1;
    return (
      place === "row" || split === undefined || runsOf(kernel.domain.slice(split), strides.slice(split)).length <= 1
    );
  };

  const splitAt = (attempt: Attempt, at: number, own: readonly Operand[] = []): boolean => {
    if (attempt.split !== undefined || attempt.kernel.type !== "map") return attempt.split === at;
    const trial = { ...attempt, split: at };
    const reader = { operands: own, strides: undefined, place: "full" } as const;
    const members = [...attempt.kernel.members.values(), ...attempt.added.values(), reader];
    const all = members.every(({ operands, strides, place }) =>
      [...operands.flatMap((o) => (o.kind === "memory" ? [o.strides] : [])), ...(strides ? [strides] : [])].every(
        (list) => fits(trial, place, list),
      ),
    );
    if (all) attempt.split = at;
    return all;
  };

  const commit = ({ kernel, added, split }: Attempt): void => {
    for (const [node, member] of added) {
      kernel.members.set(node, member);
      home.set(node, kernel);
      waiting.delete(node);
    }
    if (kernel.type === "map") kernel.split = split;
  };

  /** Gives a waiting node a kernel: that of the latest value it reads, or a new one. */
  const settle = (node: AnyNode): void => {
    const shape = node.op === "sum" || node.op === "max" ? node.inputs[0].shape : (node.outputs[0]?.shape ?? []);
    while (!inMemory(node) && !home.has(node)) {
      const latest = latestKernel(node);
      if (latest && latest.type !== "single" && latest.index >= first) {
        const attempt: Attempt = {
          kernel: latest,
          index: latest.index,
          added: new Map(),
          split: latest.split,
          blocked: undefined,
        };
        const size = sizeOf(shape);
        const place = size === sizeOf(latest.domain) ? "full" : "row";
        if ((place === "full" || latest.split !== undefined) && add(node, place, attempt)) {
          commit(attempt);
          return;
        }
      }
      const kernel: MapKernel = {
        type: "map",
        index: -1,
        domain: withoutOnes(shape),
        split: undefined,
        members: new Map(),
      };
      const attempt: Attempt = {
        kernel,
        index: Number.POSITIVE_INFINITY,
        added: new Map(),
        split: undefined,
        blocked: undefined,
      };
      if (add(node, "full", attempt)) {
        push(kernel);
        commit(attempt);
        return;
      }
      // what has one number for each row may be what keeps the rest from being walked through evenly
      const blocked = attempt.blocked ?? [...attempt.added].find(([, { place }]) => place === "row")?.[0];
      if (!blocked) throw new Error(`internal: ${node.op} fits no kernel`);
      settle(blocked);
    }
  };

  const latestKernel = (node: AnyNode): Kernel | undefined => {
    let latest: Kernel | undefined;
    const seen = new Set<AnyNode>();
    const look = (at: AnyNode) => {
      if (seen.has(at)) return;
      seen.add(at);
      const holder = home.get(at);
      if (holder) {
        if (!latest || holder.index > latest.index) latest = holder;
      } else if (!inMemory(at)) for (const t of at.inputs) look(sourceOf(t).node);
    };
    look(node);
    return latest;
  };

  /** Sees to it that a tensor stands in memory, element after element. */
  const place = (t: Tensor): Place => {
    const view = viewOf(t);
    const dense = isDense(t.shape, view.strides);
    settle(dense ? view.source.node : t.node);
    return dense ? { source: view.source, offset: view.offset } : { source: t, offset: 0 };
  };

  const factor = (t: Tensor, transposed: boolean): Factor => {
    const { source, offset, strides } = viewOf(t);
    const batch = strides.slice(0, -2);
    const [rows, columns] = t.shape.slice(-2) as [number, number];
    const [down, across] = strides.slice(-2) as [number, number];
    if ((across === 1 || columns === 1) && (down >= columns || rows === 1)) {
      settle(source.node);
      return { source, offset, transposed, stride: Math.max(down, columns), batch };
    }
    if ((down === 1 || rows === 1) && (across >= rows || columns === 1)) {
      settle(source.node);
      return { source, offset, transposed: !transposed, stride: Math.max(across, rows), batch };
    }
    const held = place(t);
    return { ...held, transposed, stride: columns, batch: denseStrides(t.shape).slice(0, -2) };
  };

  const process = (node: AnyNode): void => {
    if (inMemory(node) || home.has(node)) return;
    const chain = 1 + Math.max(0, ...node.inputs.map((t) => waiting.get(sourceOf(t).node) ?? 0));
    if (isView(new Tensor(node, 0))) {
      waiting.set(node, chain > longestChain ? 0 : chain); // it may have to be copied
      if (chain > longestChain) settle(sourceOf(new Tensor(node, 0)).node);
      return;
    }
    if (node.op === "sum" || node.op === "max") {
      settle(node);
      return;
    }
    if (isElementwise(node.op)) {
      waiting.set(node, chain);
      if (chain > longestChain) settle(node);
      return;
    }
    if (node.op === "matmul") {
      const a = factor(node.inputs[0], node.attributes.transposeA);
      const b = factor(node.inputs[1], node.attributes.transposeB);
      const product: Member = { node, form: "product", place: "full", level: 0, operands: [] };
      const domain = node.outputs[0]?.shape ?? [];
      const members = new Map([[node as AnyNode, product]]);
      home.set(node, push<MatmulKernel>({ type: "matmul", index: -1, node, a, b, domain, split: undefined, members }));
      return;
    }
    const operands = node.inputs.map(place);
    home.set(node, push({ type: "single", index: -1, node, operands }));
  };

  // what is picked by data alone stands ready before the kernels that read it, so that it does not part them
  const byData = new Set<AnyNode>();
  for (const node of order([...early, ...late])) {
    const simple = given(node) || node.op === "constant" || isElementwise(node.op) || isView(new Tensor(node, 0));
    if (!(simple || node.op === "gather") || !node.inputs.every((t) => byData.has(t.node))) continue;
    byData.add(node);
    if (node.op === "gather") process(node);
  }
  for (const node of order(early)) process(node);
  for (const t of early) place(t);
  const count = kernels.length;
  if (early.length > 0) first = count;
  for (const node of order(late)) process(node);
  for (const t of late) place(t);
  return { kernels, early: early.length > 0 ? count : 0, place };
}

function domainOf({ kernel, split }: Attempt, place: Member["place"]): readonly number[] {
  return place === "full" ? kernel.domain : kernel.domain.slice(0, split);
}

/** Vectors of a float32 product hold four numbers, so float64 has no place in its epilogue. */
function sameWidth(node: AnyNode, kernel: Joinable): boolean {
  if (kernel.type === "map" || kernel.node.outputs[0]?.dtype === "float64") return true;
  return [...node.outputs, ...node.inputs].every(({ dtype }) => dtype !== "float64");
}

function withoutOnes(shape: Shape): readonly number[] {
  return shape.filter((side) => side !== 1);
}

/** Strides of the axes that are left, with 0 for those that are reduced. */
function spread(strides: readonly number[], reduced: readonly boolean[]): readonly number[] {
  let next = 0;
  return reduced.map((gone) => (gone ? 0 : (strides[next++] as number)));
}
