// Chapter 4, forward propagation. Needs Node and neurite: npm install neurite tsx, then npx tsx 4.ts
import { evaluate, fromNodeWeights, gradient, tanh, tensor } from "neurite";

const x = [2, 3] as const;
const node_0 = [1, 1] as const;
const node_1 = [-1, 1] as const;
const output = [2, -1] as const;

const s0 = x[0] * node_0[0] + x[1] * node_0[1];
const h0 = Math.tanh(s0);
const s1 = x[0] * node_1[0] + x[1] * node_1[1];
const h1 = Math.tanh(s1);
const p0 = h0 * output[0];
const p1 = h1 * output[1];
const y = p0 + p1;
console.log(`output ${y.toFixed(10)}`);

// The library does the same, and keeps every number on the way.
const model = fromNodeWeights({ node_0, node_1, output }, { activation: tanh });
const [hidden, last] = model.trace([x]).layers;
hidden?.units?.forEach(({ sum, output: bent }, node) => {
  const product = last?.units?.[0]?.terms[node]?.product;
  console.log(`node_${node}: sum ${sum.toFixed(4)}, tanh ${bent.toFixed(10)}, product ${product?.toFixed(10)}`);
});

// How the square of the error at the target 3 changes with each weight, by the library's gradient.
const rows = [node_0, node_1, output].map((row) => tensor.constant([...row], "float64"));
const [w0, w1, w2] = rows as [tensor.Tensor, tensor.Tensor, tensor.Tensor];
const inputs = tensor.constant([...x], "float64");
const bent = tensor.stack([inputs.mul(w0).sum().tanh(), inputs.mul(w1).sum().tanh()]);
const error = bent.mul(w2).sum().sub(3);
const slopes = evaluate(gradient(error.mul(error), [w0, w1, w2])).map(({ data }) => [...data]);
["node_0", "node_1", "output"].forEach((name, i) => {
  console.log(`slopes of ${name}: ${slopes[i]?.map((slope) => slope.toFixed(4)).join(", ")}`);
});
const times = Math.abs((slopes[1]?.[0] ?? 0) / (slopes[0]?.[0] ?? 0));
console.log(`node_1 learns ${times.toFixed(0)} times as fast as node_0`);
