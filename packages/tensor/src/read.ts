import { NeuriteError } from "./error";
import type { Graph } from "./graph";
import type { Attributes, Inputs, OpName } from "./op";
import { scan } from "./ops/scan";
import { allowLoops, isOpName, primitiveOf } from "./primitives";
import { type Shape, sizeOf } from "./shape";
import { make, type Tensor } from "./tensor";
import { allocate, type DType, holds, type Type, type Value } from "./value";
import { operationSet } from "./written";

/** The most elements of one array in a graph from a file, steps of a scan, axes, nodes, and scans inside one another. */
const elementLimit = 2 ** 28;
const lengthLimit = 2 ** 20;
const rankLimit = 32;
const nodeLimit = 1_000_000;
const depthLimit = 16;

/** Reads one attribute of unknown data; each method throws where the data is of another kind. */
interface Reader {
  whole(name: string): number;
  flag(name: string): boolean;
  text(name: string): string;
  dtype(name: string): DType;
  wholes(name: string): Shape;
  type(name: string): Type;
  value(name: string): Value;
  graph(name: string): Graph;
}

const none = () => ({});

/** How the attributes of each operation are read from a file. */
const attributeReaders: { readonly [K in OpName]: (read: Reader) => Attributes[K] } = {
  input: (r) => ({ name: r.text("name"), type: r.type("type") }),
  constant: (r) => ({ value: r.value("value") }),
  iota: (r) => ({ type: r.type("type"), axis: r.whole("axis") }),
  random: (r) => ({ shape: r.wholes("shape") }),
  cast: (r) => ({ dtype: r.dtype("dtype") }),
  shift: (r) => ({ by: r.whole("by") }),
  sum: (r) => ({ axes: r.wholes("axes") }),
  max: (r) => ({ axes: r.wholes("axes") }),
  argmax: (r) => ({ axis: r.whole("axis") }),
  matmul: (r) => ({ transposeA: r.flag("transposeA"), transposeB: r.flag("transposeB") }),
  reshape: (r) => ({ shape: r.wholes("shape") }),
  transpose: (r) => ({ order: r.wholes("order") }),
  broadcast: (r) => ({ shape: r.wholes("shape") }),
  slice: (r) => ({ start: r.wholes("start"), size: r.wholes("size"), step: r.wholes("step") }),
  pad: (r) => ({
    before: r.wholes("before"),
    after: r.wholes("after"),
    between: r.wholes("between"),
  }),
  concat: (r) => ({ axis: r.whole("axis") }),
  gather: (r) => ({ axis: r.whole("axis") }),
  scatterAdd: (r) => ({ axis: r.whole("axis"), size: r.whole("size") }),
  scan: (r) => ({
    body: r.graph("body"),
    constants: r.whole("constants"),
    carries: r.whole("carries"),
    length: r.whole("length"),
    reverse: r.flag("reverse"),
  }),
  softmax: (r) => ({ axis: r.whole("axis") }),
  logSoftmax: (r) => ({ axis: r.whole("axis") }),
  ...{ neg: none, abs: none, sign: none, floor: none, sqrt: none, exp: none, expm1: none, log: none },
  ...{
    log1p: none,
    sin: none,
    cos: none,
    atan: none,
    tanh: none,
    sigmoid: none,
    erf: none,
    stopGradient: none,
    add: none,
  },
  ...{ sub: none, mul: none, div: none, pow: none, minimum: none, maximum: none, less: none },
  ...{ equal: none, xor: none, where: none },
};

/** How many inputs an operation takes; those not listed take 1, `concat` and `scan` any number. */
const arities = new Map<string, number>([
  ...["input", "constant", "iota"].map((op) => [op, 0] as const),
  ...["add", "sub", "mul", "div", "pow", "minimum", "maximum", "less", "equal", "xor"].map((op) => [op, 2] as const),
  ...["matmul", "gather", "scatterAdd"].map((op) => [op, 2] as const),
  ["where", 3],
]);

/**
 * Builds a graph from JSON data for a number of rows.
 *
 * The data is unknown until read: operation, inputs, attributes and sizes are checked before anything is made of them. Throws `bad-file`,
 * `too-large`, or `newer-version` where the data uses a newer set of operations.
 */
export function read(written: unknown, rows: number): Graph {
  if (!Number.isSafeInteger(rows) || rows < 0) {
    throw new NeuriteError(
      "bad-argument",
      `read: "rows" should be a whole number from 0 up, got ${rows}. Count the rows.`,
    );
  }
  allowLoops(scan);
  return readGraph(written, rows, 0);
}

function readGraph(written: unknown, rows: number, depth: number): Graph {
  const graph = record(written, "an expression");
  const operations = graph.get("operations");
  if (typeof operations === "number" && operations > operationSet) {
    throw new NeuriteError(
      "newer-version",
      `An expression in this file uses operation set ${operations}, this neurite knows up to ${operationSet}. Update neurite.`,
    );
  }
  const nodes = list(graph.get("nodes"), "nodes");
  const inputCount = whole(graph.get("inputs"), "inputs", rows);
  // Every set has all operations of those before it.
  if ((operations !== 1 && operations !== operationSet) || inputCount < 0 || inputCount > nodes.length)
    throw bad("header");
  if (nodes.length > nodeLimit) throw tooLarge(`${nodes.length} operations`, nodeLimit);
  if (depth > depthLimit) throw tooLarge(`${depth} scans inside one another`, depthLimit);
  const made: (readonly Tensor[])[] = [];
  const tensorAt = (place: unknown): Tensor => {
    const [node, output] = list(place, "a place");
    const found = made[whole(node, "a place", rows)]?.[whole(output, "a place", rows)];
    if (!found) throw bad(`place [${show(node)}, ${show(output)}]`);
    return found;
  };
  nodes.forEach((entry, i) => {
    const node = record(entry, `operation ${i}`);
    const op = node.get("op");
    if (!isOpName(op) || (op === "input") !== i < inputCount) {
      throw bad(`operation ${i}, ${show(op)},`);
    }
    const inputs = list(node.get("inputs") ?? [], `inputs of operation ${i}`).map(tensorAt);
    const arity = arities.get(op) ?? (op === "concat" || op === "scan" ? inputs.length : 1);
    if (inputs.length !== arity) {
      throw bad(`operation ${i} (${op}) with ${inputs.length} inputs instead of ${arity}`);
    }
    made.push(makeChecked(op, inputs, reader(node.get("attributes") ?? {}, rows, depth)));
  });
  const outputs = list(graph.get("outputs"), "outputs").map(tensorAt);
  return { inputs: made.slice(0, inputCount).flatMap((m) => m.slice(0, 1)), outputs };
}

function makeChecked<K extends OpName>(op: K, inputs: readonly Tensor[], from: Reader) {
  const attributes = attributeReaders[op](from);
  const outputs = primitiveOf(op).infer(inputs as Inputs<K, Tensor>, attributes);
  for (const { shape } of outputs) {
    if (shape.length > rankLimit) throw tooLarge(`an array of ${shape.length} axes`, rankLimit);
    // sides too: an array of no elements may still have a side that takes forever to walk along
    const most = Math.max(sizeOf(shape), ...shape);
    if (most > elementLimit) throw tooLarge(`an array of ${most} elements`, elementLimit);
  }
  if ("length" in attributes && attributes.length > lengthLimit) {
    throw tooLarge(`a scan of ${attributes.length} steps`, lengthLimit);
  }
  return make(op, inputs as Inputs<K, Tensor>, attributes);
}

function reader(attributes: unknown, rows: number, depth: number): Reader {
  const fields = record(attributes, "attributes");
  const numberOf = (x: unknown): number => {
    if (x === "-0") return -0;
    if (x === "NaN" || x === "Infinity" || x === "-Infinity") return Number(x);
    if (typeof x === "number") return x;
    const moved = record(x, "a number").get("rows");
    if (typeof moved !== "number") throw bad(`number ${show(moved)}`);
    return moved * rows;
  };
  const wholes = (x: unknown, name: string): Shape => list(x, name).map((part) => whole(part, name, rows));
  const dtypeOf = (x: unknown): DType => {
    if (x !== "float32" && x !== "float64" && x !== "int32" && x !== "bool") {
      throw bad(`dtype ${show(x)}`);
    }
    return x;
  };
  const typeOf = (x: unknown, name: string): Type => {
    const type = record(x, name);
    return { shape: wholes(type.get("shape"), name), dtype: dtypeOf(type.get("dtype")) };
  };
  return {
    whole: (name) => whole(fields.get(name), name, rows),
    flag: (name) => {
      const flag = fields.get(name);
      if (typeof flag !== "boolean") throw bad(`${name} ${show(flag)}`);
      return flag;
    },
    text: (name) => {
      const text = fields.get(name);
      if (typeof text !== "string") throw bad(`${name} ${show(text)}`);
      return text;
    },
    dtype: (name) => dtypeOf(fields.get(name)),
    wholes: (name) => wholes(fields.get(name), name),
    type: (name) => typeOf(fields.get(name), name),
    value: (name) => {
      const type = typeOf(fields.get(name), name);
      const numbers = list(record(fields.get(name), name).get("data"), name);
      if (numbers.length !== sizeOf(type.shape)) throw bad(`constant of ${numbers.length} numbers`);
      const data = allocate(type.dtype, numbers.length);
      numbers.forEach((written, i) => {
        const n = numberOf(written);
        data[i] = n;
        if (!holds(type.dtype, n) || (Number.isFinite(n) && !Number.isFinite(data[i]))) throw bad(`${type.dtype} ${n}`);
      });
      return { ...type, data };
    },
    graph: (name) => readGraph(fields.get(name), rows, depth + 1),
  };
}

function record(x: unknown, what: string): ReadonlyMap<string, unknown> {
  if (typeof x !== "object" || x === null || Array.isArray(x)) throw bad(what);
  return new Map(Object.entries(x));
}

function list(x: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(x)) throw bad(what);
  return x;
}

function whole(x: unknown, what: string, rows: number): number {
  const moved = typeof x === "object" && x !== null && "rows" in x ? x.rows : undefined;
  const n = typeof moved === "number" ? moved * rows : x;
  if (typeof n !== "number" || !Number.isSafeInteger(n)) throw bad(what);
  return n;
}

/** A piece of unknown data in a message: short, whatever it is. */
function show(x: unknown): string {
  if (typeof x === "string") return JSON.stringify(x.slice(0, 40));
  return typeof x === "object" && x !== null ? "an object" : String(x);
}

function tooLarge(what: string, limit: number): NeuriteError {
  return new NeuriteError(
    "too-large",
    `An expression in this file makes ${what}; the limit is ${limit}. Write a smaller one.`,
  );
}

function bad(what: string): NeuriteError {
  return new NeuriteError(
    "bad-file",
    `An expression in this file cannot be read: ${what} is not what it should be. Write the file anew.`,
  );
}
