import { type Graph, order } from "./graph";
import type { Inputs, OpName } from "./op";
import type { Composite, Primitive } from "./primitive";
import { primitiveOf } from "./primitives";
import { runGraph } from "./run";
import { sameShape, sizeOf } from "./shape";
import { remake } from "./substitute";
import { type AnyNode, make, Tensor } from "./tensor";
import type { Value } from "./value";
import { within } from "./within";

/** Operations whose result JavaScript gives exactly; transcendental ones are never computed ahead, since their last bits differ between engines. */
const exact = new Set<OpName>([
  ..."abs add broadcast cast concat div equal floor gather iota less maximum minimum mul neg".split(" "),
  ..."pad reshape shift sign slice sqrt sub sum transpose where xor".split(" "),
] as OpName[]);

/** The most elements that a constant computed ahead may have. */
const foldLimit = 64;

/**
 * The same outputs with less work, to the same bits: equal nodes become one, exact arithmetic on constants is done now,
 * arrangements that undo each other vanish, composites are taken apart so that their parts can be shared.
 *
 * For carrying out, not for differentiating: `stopGradient` has done its duty and is dropped.
 */
export function simplify(outputs: readonly Tensor[]): readonly Tensor[] {
  const settled = new Map<AnyNode, readonly Tensor[]>(); // what stands for each output of a node
  const known = new Map<string, readonly Tensor[]>();
  const bodies = new Map<Graph, Graph>();
  const identity = new Map<object, number>();
  const numberOf = (thing: object): number => {
    const known = identity.get(thing);
    if (known === undefined) identity.set(thing, identity.size);
    return known ?? identity.size - 1;
  };
  const replace = (t: Tensor): Tensor => settled.get(t.node)?.[t.output] as Tensor;
  const visit = (targets: readonly Tensor[]): readonly Tensor[] => {
    for (const node of order(targets, (n) => settled.has(n))) {
      if (!settled.has(node)) settled.set(node, settle(node, node.inputs.map(replace)));
    }
    return targets.map(replace);
  };
  const settle = (node: AnyNode, inputs: readonly Tensor[]): readonly Tensor[] => {
    let key: string = node.op;
    for (let i = 0; i < inputs.length; i++) key += ` ${numberOf((inputs[i] as Tensor).node)}.${inputs[i]?.output}`;
    key += ` ${keyOf(node, numberOf)}`;
    const twin = known.get(key);
    if (twin) return twin;
    const shorter = within(node.path, () => shorten(node, inputs) ?? fold(node, inputs) ?? expand(node, inputs));
    const results = shorter ? visit(shorter) : renew(node, inputs, bodies);
    for (const t of shorter ? [] : results) settled.set(t.node, results); // made here, so it is as short as can be
    known.set(key, results);
    return results;
  };
  return visit(outputs);
}

/** The node on its simplified inputs; itself where nothing has changed. */
function renew(node: AnyNode, inputs: readonly Tensor[], bodies: Map<Graph, Graph>): readonly Tensor[] {
  if (node.op === "scan") {
    const { body } = node.attributes;
    const short = bodies.get(body) ?? { inputs: body.inputs, outputs: simplify(body.outputs) };
    bodies.set(body, short);
    return within(node.path, () => make("scan", inputs, { ...node.attributes, body: short }));
  }
  if (inputs.every((t, i) => t === node.inputs[i])) {
    return node.outputs.map((_, i) => new Tensor(node, i));
  }
  return within(node.path, () => remake(node, inputs));
}

function expand(node: AnyNode, inputs: readonly Tensor[]): readonly Tensor[] | undefined {
  const rule: Primitive<OpName> | Composite<OpName> = primitiveOf(node.op as OpName);
  return "expand" in rule ? rule.expand(inputs as Inputs<OpName, Tensor>, node.attributes) : undefined;
}

/** What tells two nodes of one operation on the same inputs apart. */
function keyOf(node: AnyNode, numberOf: (thing: object) => number): string {
  if (node.op === "input") return `#${numberOf(node)}`;
  if (node.op === "scan") {
    const { body, ...rest } = node.attributes;
    return `#${numberOf(body)} ${JSON.stringify(rest)}`;
  }
  if (node.op === "constant") {
    const { value } = node.attributes;
    if (value.data.length > foldLimit) return `#${numberOf(value.data)} ${value.shape}`;
    const numbers = Array.from(value.data, (n) => (Object.is(n, -0) ? "-0" : String(n)));
    return `${value.dtype} ${value.shape} ${numbers}`;
  }
  return JSON.stringify(node.attributes);
}

/** The constant that an exact operation on small constants comes to. */
function fold(node: AnyNode, inputs: readonly Tensor[]): readonly Tensor[] | undefined {
  const [out] = node.outputs;
  if (!exact.has(node.op) || !out || sizeOf(out.shape) > foldLimit) return undefined;
  const values: Value[] = [];
  for (const { node: source } of inputs) {
    if (source.op !== "constant") return undefined;
    values.push(source.attributes.value);
  }
  const rule = primitiveOf(node.op as OpName) as Primitive<OpName>;
  const inputValues = values as unknown as Inputs<OpName, Value>;
  const results = rule.evaluate(inputValues, node.attributes, node.outputs, runGraph);
  return results.flatMap((value) => make("constant", [], { value }));
}

/** Fewer nodes that equal the node's output to the bit. */
function shorten(node: AnyNode, inputs: readonly Tensor[]): readonly Tensor[] | undefined {
  const shorter = shorterOne(node, inputs);
  return shorter && [shorter];
}

function shorterOne(node: AnyNode, [x, y]: readonly Tensor[]): Tensor | undefined {
  if (!x) return undefined;
  switch (node.op) {
    case "stopGradient":
      return x;
    case "mul":
      return y && isNumber(y, 1) ? x : isNumber(x, 1) ? y : undefined;
    case "div":
      return y && isNumber(y, 1) ? x : undefined;
    case "neg":
      return x.node.op === "neg" ? x.node.inputs[0] : undefined;
    case "cast":
      return node.attributes.dtype === x.dtype ? x : undefined;
    case "reshape":
    case "broadcast": {
      const { shape } = node.attributes;
      if (sameShape(shape, x.shape)) return x;
      if (x.node.op !== node.op) return undefined;
      return node.op === "reshape" ? x.node.inputs[0].reshape(shape) : x.node.inputs[0].broadcast(shape);
    }
    case "transpose": {
      if (node.attributes.order.every((axis, i) => axis === i)) return x;
      if (x.node.op !== "transpose") return undefined;
      const before = x.node.attributes.order;
      const both = node.attributes.order.map((axis) => before[axis] ?? 0);
      return x.node.inputs[0].transpose(both);
    }
    default:
      return undefined;
  }
}

/** Whether a tensor is one number everywhere. */
function isNumber(t: Tensor, n: number): boolean {
  const source = t.node.op === "broadcast" ? t.node.inputs[0] : t;
  if (source.node.op !== "constant") return false;
  const { data } = source.node.attributes.value;
  return data.length > 0 && data.every((x) => x === n);
}
