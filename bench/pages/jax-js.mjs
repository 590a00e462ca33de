import { defaultDevice, init, jit, nn, numpy as np, random, tree, valueAndGrad } from "@jax-js/jax";

await init("wasm");
defaultDevice("wasm");
const rows = Array.from({ length: 320 }, (_, i) => Array.from({ length: 8 }, (_, j) => Math.sin(i + 7 * j)));
const widths = [8, 64, 64, 1];
let parameters = widths.slice(1).map((units, i) => ({
  weights: random.normal(random.key(i), [widths[i], units]).mul(Math.sqrt(2 / widths[i])),
  bias: np.zeros([units]),
}));
let moments = [0, 1].map(() => tree.map((p) => np.zerosLike(p), tree.ref(parameters)));

const forward = (held, x) =>
  held.reduce((values, { weights, bias }, i) => {
    const sums = np.matmul(values, weights).add(bias);
    return i < held.length - 1 ? nn.relu(sums) : sums;
  }, x);
const graded = valueAndGrad((held, x, y) => np.mean(np.square(forward(held, x).sub(y))));
const step = jit((held, [first, second], rate, x, y) => {
  const [loss, gradients] = graded(tree.ref(held), x, y);
  const nextFirst = tree.map((m, g) => m.mul(0.9).add(g.mul(0.1)), first, tree.ref(gradients));
  const nextSecond = tree.map((v, g) => v.mul(0.999).add(np.square(g).mul(0.001)), second, gradients);
  const move = (p, m, v) => p.sub(m.mul(rate.ref).div(np.sqrt(v).add(1e-7)));
  const next = tree.map(move, held, tree.ref(nextFirst), tree.ref(nextSecond));
  rate.dispose();
  return [loss, next, [nextFirst, nextSecond]];
});

for (let count = 1; count <= 200; count++) {
  const batch = rows.slice((count % 10) * 32, (count % 10) * 32 + 32);
  const rate = np.array((1e-3 * Math.sqrt(1 - 0.999 ** count)) / (1 - 0.9 ** count));
  let loss = parameters;
  const targets = batch.map(([a, b]) => [a * b]);
  [loss, parameters, moments] = step(parameters, moments, rate, np.array(batch), np.array(targets));
  await loss.data();
}
document.body.textContent = String((await forward(parameters, np.array(rows)).data())[0]);
