import { fixedWeights, shuffled, takeRows } from "../data.mjs";
import { versionOf } from "../installed.mjs";

const packageName = "@jax-js/jax";

/** jax-js with its WebAssembly backend, which runs on one thread where there is no Worker, as in Node. */
async function start() {
  const jax = await import("@jax-js/jax");
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  return { ...jax, np: jax.numpy };
}

/** Dense layers with relu; takes ownership of all its arrays, as functions do there. */
function forward({ np, nn }, parameters, x) {
  return parameters.reduce((values, { weights, bias }, i) => {
    const sums = np.matmul(values, weights).add(bias);
    return i < parameters.length - 1 ? nn.relu(sums) : sums;
  }, x);
}

function arraysOf({ np }, layers) {
  return layers.map(({ inputs, outputs, weights, bias }) => ({
    weights: np.array(weights).reshape([inputs, outputs]),
    bias: np.array(bias),
  }));
}

/** One compiled step of Adam: parameters and moments in, parameters, moments and loss out. */
function createStep(jax, { widths, loss, batch }) {
  const { np, nn, tree, valueAndGrad, jit } = jax;
  const cost = (parameters, x, y) => {
    // given flat: what is compiled reshapes for nothing
    const prediction = forward(jax, parameters, x.reshape([batch, widths[0]]));
    const target = y.reshape([batch, widths.at(-1)]);
    if (loss === "squares") return np.mean(np.square(prediction.sub(target)));
    return np.mean(nn.logSoftmax(prediction).mul(target).sum(-1)).mul(-1);
  };
  const graded = valueAndGrad(cost);
  return jit((parameters, first, second, rate, x, y) => {
    const [value, gradients] = graded(tree.ref(parameters), x, y);
    const nextFirst = tree.map((m, g) => m.mul(0.9).add(g.mul(0.1)), first, tree.ref(gradients));
    const nextSecond = tree.map((v, g) => v.mul(0.999).add(np.square(g).mul(0.001)), second, gradients);
    const next = tree.map(
      (p, m, v) => p.sub(m.mul(rate.ref).div(np.sqrt(v).add(1e-7))),
      parameters,
      tree.ref(nextFirst),
      tree.ref(nextSecond),
    );
    rate.dispose();
    return [value, next, nextFirst, nextSecond];
  });
}

/** @type {import("../contract.mjs").Library} */
export const library = {
  name: "jax-js",
  packageName,
  version: () => versionOf(packageName),
  page: true,

  async train({ settings, data, onEpoch }) {
    const jax = await start();
    const { np, tree } = jax;
    const { rows, widths, batch } = settings;
    const columns = widths[0];
    const outputs = widths.at(-1);
    const step = createStep(jax, settings);
    let parameters = arraysOf(jax, fixedWeights(widths));
    let first = tree.map((p) => np.zerosLike(p), tree.ref(parameters));
    let second = tree.map((p) => np.zerosLike(p), tree.ref(parameters));
    let count = 0;
    for (let epoch = 0; ; epoch++) {
      const order = shuffled(rows, epoch);
      let total = 0;
      // full batches only, as is usual there: a shorter one is compiled anew each time
      for (let from = 0; from + batch <= rows; from += batch) {
        const part = order.subarray(from, from + batch);
        const x = np.array(takeRows(data.inputs, columns, part));
        const y = np.array(takeRows(data.targets, outputs, part));
        count++;
        const rate = np.array((1e-3 * Math.sqrt(1 - 0.999 ** count)) / (1 - 0.9 ** count));
        let value = parameters;
        [value, parameters, first, second] = step(parameters, first, second, rate, x, y);
        // reading the loss each time, since deferred work piles up otherwise
        total += (await value.data())[0] * part.length;
      }
      if (onEpoch(total / rows)) return;
    }
  },

  async multiply({ size, a, b }) {
    const { np, jit } = await start();
    const [left, right] = [a, b].map((data) => np.array(data).reshape([size, size]));
    const run = jit((x, y) => np.matmul(x, y));
    let product = run(left.ref, right.ref);
    return {
      async times(count) {
        for (let i = 0; i < count; i++) {
          product.dispose();
          product = run(left.ref, right.ref);
          await product.blockUntilReady();
        }
      },
      product: () => product.ref.data(),
    };
  },

  async predictBulk({ rows, widths, layers }) {
    const jax = await start();
    const { np, jit, tree } = jax;
    const parameters = arraysOf(jax, layers);
    const run = jit((held, x) => forward(jax, held, x.reshape([rows, widths[0]])));
    return (inputs) => run(tree.ref(parameters), np.array(inputs)).data();
  },

  async predictOne({ layers }) {
    const jax = await start();
    const { np, jit, tree } = jax;
    const parameters = arraysOf(jax, layers);
    const run = jit((held, x) =>
      held.reduce(
        (values, { weights, bias }, i) => {
          const sums = np.matmul(values, weights).add(bias);
          return i < held.length - 1 ? np.tanh(sums) : sums;
        },
        x.reshape([1, 2]),
      ),
    );
    return {
      times(count, row) {
        let answer = 0;
        for (let i = 0; i < count; i++) {
          const output = run(tree.ref(parameters), np.array(row.slice()));
          answer = output.dataSync()[0];
        }
        return answer;
      },
    };
  },
};
