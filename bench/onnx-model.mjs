// Small ONNX models, written as the protocol buffers they are.

const bytes = (text) => [...new TextEncoder().encode(text)];

function varint(n) {
  const out = [];
  let rest = n;
  while (rest > 127) {
    out.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...out, rest];
}

/** A field of a message: a whole number, a text, bytes or a message (as bytes). */
function field(number, content) {
  if (typeof content === "number") return [...varint(number * 8), ...varint(content)];
  const held = typeof content === "string" ? bytes(content) : content;
  return [...varint(number * 8 + 2), ...varint(held.length), ...held];
}

const float32 = 1;

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
const tensor = (name, dims, data) => [
  ...dims.flatMap((side) => field(1, side)),
  ...field(2, float32),
  ...field(8, name),
  ...field(9, [...new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]),
];

/** ValueInfoProto: name 1, type 2 { tensor_type 1 { elem_type 1, shape 2 { dim 1 { dim_value 1 | dim_param 2 } } } }. */
function valueInfo(name, dims) {
  const shape = dims.flatMap((side) => field(1, typeof side === "number" ? field(1, side) : field(2, side)));
  return [...field(1, name), ...field(2, field(1, [...field(1, float32), ...field(2, shape)]))];
}

/** NodeProto: input 1, output 2, op_type 4. */
const node = (operation, inputs, output) => [
  ...inputs.flatMap((name) => field(1, name)),
  ...field(2, output),
  ...field(4, operation),
];

/** ModelProto: ir_version 1, graph 7 { node 1, name 2, initializer 5, input 11, output 12 }, opset_import 8 { version 2 }. */
function model({ nodes, initializers = [], inputs, outputs }) {
  const graph = [
    ...nodes.flatMap((held) => field(1, held)),
    ...field(2, "graph"),
    ...initializers.flatMap((held) => field(5, held)),
    ...inputs.flatMap((held) => field(11, held)),
    ...outputs.flatMap((held) => field(12, held)),
  ];
  return Uint8Array.from([...field(1, 8), ...field(7, graph), ...field(8, field(2, 17))]);
}

/** The product of `a` and `b`. */
export function productModel(size) {
  const square = [size, size];
  return model({
    nodes: [node("MatMul", ["a", "b"], "product")],
    inputs: [valueInfo("a", square), valueInfo("b", square)],
    outputs: [valueInfo("product", square)],
  });
}

/**
 * Dense layers from `x` [rows, columns] to `y`; the last one is linear.
 * @param {readonly import("./data.mjs").Dense[]} layers
 * @param {"Relu" | "Tanh"} activation
 */
export function denseModel(layers, activation) {
  const initializers = layers.flatMap(({ inputs, outputs, weights, bias }, i) => [
    tensor(`weights${i}`, [inputs, outputs], weights),
    tensor(`bias${i}`, [outputs], bias),
  ]);
  const nodes = layers.flatMap((_, i) => {
    const last = i === layers.length - 1;
    const sums = node("Gemm", [i === 0 ? "x" : `active${i - 1}`, `weights${i}`, `bias${i}`], last ? "y" : `sums${i}`);
    return last ? [sums] : [sums, node(activation, [`sums${i}`], `active${i}`)];
  });
  return model({
    nodes,
    initializers,
    inputs: [valueInfo("x", ["rows", layers[0].inputs])],
    outputs: [valueInfo("y", ["rows", layers.at(-1)?.outputs ?? 1])],
  });
}
