import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

// as it is built: npm run bench builds it when it is stale
const packageFolder = new URL("../../packages/neurite/", import.meta.url);
const built = new URL("dist/index.js", packageFolder);
const neurite = () => import(built.href);

/**
 * The one place that knows how neurite is told its number of threads: by the engine, as the backend of a training or a model.
 * Without a number it is what neurite runs on unless told otherwise.
 */
const backendWith = (n, threads) => (threads === undefined ? {} : { backend: n.engine({ threads }) });

/** 1 and, where there are two processors, 2. Where the engine cannot run, the choice is neurite's. */
async function threadCounts() {
  const { engineProblem } = await neurite();
  if (engineProblem() !== undefined) return [undefined];
  return availableParallelism() > 1 ? [1, 2] : [1];
}

/** Dense layers with relu, or what tables usually need: an embedded category, gelu, layer normalisation, dropout. */
function describe(n, { widths, loss, categories }) {
  const hidden = widths.slice(1, -1);
  const last = n.dense({ units: widths.at(-1), ...(loss === "classes" && { activation: n.softmax() }) });
  if (!categories) return n.sequential([...hidden.map((units) => n.dense({ units, activation: n.relu })), last]);
  const numbers = n.inputPoint();
  const category = n.inputPoint();
  const embedded = n.connect(n.flatten(), n.connect(n.embedding({ categories, units: 4 }), category));
  const body = hidden.flatMap((units) => [
    n.dense({ units, activation: n.gelu() }),
    n.layerNormalization(),
    n.dropout({ rate: 0.1 }),
  ]);
  const joined = n.connect(n.concatenate(), numbers, embedded);
  return n.graph({ inputs: [numbers, category], outputs: [n.connect(n.sequential([...body, last]), joined)] });
}

/** @param {import("../contract.mjs").TrainingJob} job */
async function train({ settings, data, threads, onEpoch }) {
  const n = await neurite();
  await fit(n, describe(n, settings), { settings, data, onEpoch }, backendWith(n, threads));
}

function fit(n, network, { settings, data, onEpoch }, backend) {
  const { rows, widths, loss, batch } = settings;
  const inputs = n.value(data.inputs, { shape: [rows, widths[0]] });
  const targets = n.value(data.targets, { shape: [rows, widths.at(-1)] });
  const category = data.category && n.value(data.category, { shape: [rows, 1] });
  const controller = new AbortController();
  return n.fit(
    network,
    { inputs: category ? [inputs, category] : inputs, targets },
    {
      loss: loss === "classes" ? n.categoricalCrossEntropy() : n.meanSquaredError,
      optimizer: n.adam(),
      batchSize: batch,
      epochs: 1e9,
      seed: 1,
      signal: controller.signal,
      onEpoch: ({ loss: value }) => {
        if (onEpoch(value)) controller.abort();
      },
      ...backend,
    },
  );
}

/**
 * The engine is asked for no step at all, which compiles one.
 * @param {import("../contract.mjs").TrainingJob} job
 */
async function compile(job) {
  const n = await neurite();
  const engine = n.engine({ threads: job.threads });
  const model = n.createModel(describe(n, job.settings), { inputs: [job.settings.widths[0]], seed: 1 });
  let took = Number.NaN;
  const begun = performance.now();
  const backend = {
    name: engine.name,
    compile(program) {
      const executable = engine.compile(program);
      executable.repeat("step", 0);
      took = performance.now() - begun;
      return executable;
    },
  };
  await fit(n, model, job, { backend });
  return took;
}

/** A model with given weights. */
function fixedModel(n, { widths, layers, threads }, activation) {
  const hidden = widths.slice(1, -1).map((units) => n.dense({ units, activation }));
  const weights = layers.flatMap(({ inputs, outputs, weights: held, bias }, i) => [
    [`${i}/dense/weights`, n.value(held, { shape: [inputs, outputs] })],
    [`${i}/dense/bias`, n.value(bias, { shape: [outputs] })],
  ]);
  const network = n.sequential([...hidden, n.dense({ units: widths.at(-1) })]);
  return n.createModel(network, { inputs: [widths[0]], weights: new Map(weights), ...backendWith(n, threads) });
}

/** Fits by least squares, with the engine as the backend or, `plain`, without one. */
export async function linear({ columns, target, threads }, { plain }) {
  const n = await neurite();
  const named = columns.map((column, j) => [`x${j}`, column]);
  const options = plain ? {} : backendWith(n, threads);
  return () => {
    const { intercept, coefficients } = n.leastSquares(named, target, options);
    return {
      intercept: intercept ?? Number.NaN,
      estimates: coefficients.map(({ estimate }) => estimate),
      standardErrors: coefficients.map(({ standardError }) => standardError ?? Number.NaN),
    };
  };
}

export const version = () => JSON.parse(readFileSync(new URL("package.json", packageFolder), "utf8")).version;

/** @type {import("../contract.mjs").Library} */
export const library = {
  name: "neurite",
  version,
  threadCounts,
  train,
  compile,
  leastSquares: (job) => linear(job, { plain: false }),
  page: true,
  bundling: { alias: { neurite: fileURLToPath(built) } },

  async multiply({ size, a, b, threads }) {
    const n = await neurite();
    const type = { shape: [size, size], dtype: "float32" };
    const [left, right, product] = ["a", "b", "product"].map((name) => n.tensor.input(name, type));
    const { backend } = n.createModel(n.dense({ units: 1 }), { inputs: [1], ...backendWith(n, threads) });
    const program = {
      state: { a: left, b: right, product },
      entries: { multiply: { inputs: {}, outputs: {}, updates: { product: left.matmul(right) } } },
    };
    const executable = backend.compile(program);
    executable.write("a", { ...type, data: a });
    executable.write("b", { ...type, data: b });
    return {
      times: (count) => executable.repeat("multiply", count),
      product: async () => executable.read("product").data,
    };
  },

  async predictBulk(job) {
    const n = await neurite();
    const model = fixedModel(n, job, n.relu);
    return async (inputs) => model.predict(n.value(inputs, { shape: [job.rows, job.widths[0]] })).data;
  },

  async predictOne(job) {
    const n = await neurite();
    const predictRow = fixedModel(n, job, n.tanh).predictor();
    const output = new Float32Array(1);
    return {
      times(count, row) {
        for (let i = 0; i < count; i++) predictRow(row, output);
        return output[0];
      },
    };
  },
};
