// Whole trainings through `fit`: the losses of all steps, the weights at the end, and what the model then answers.
import { createModel, fit, sequential } from "@neurite/network";
import type { AnyLayer, Loss } from "@neurite/plugin";
import { type Backend, constant, evaluate, type Value } from "@neurite/tensor";
import { misses } from "./compare";
import { made, mapped } from "./made";
import { asValue, type Case, numbersOf, type Vector } from "./read-vector";
import { takeConfig } from "./take-config";

const activations: Readonly<Record<string, string>> = {
  ELU: "elu",
  GELU: "gelu",
  LeakyReLU: "leakyRelu",
  ReLU: "relu",
  Sigmoid: "sigmoid",
  SiLU: "silu",
  Softplus: "softplus",
  Tanh: "tanh",
};

const losses: Readonly<Record<string, () => Loss>> = {
  BCEWithLogits: () => made("loss", "binaryCrossEntropy", { fromLogits: true }),
  CrossEntropy: () => made("loss", "categoricalCrossEntropy", { fromLogits: true }),
  Huber: () => made("loss", "huber"),
  MSE: () => made("loss", "meanSquaredError"),
};

const optimizers: Readonly<Record<string, string>> = { Adam: "adam", AdamW: "adamW", RMSprop: "rmsprop", SGD: "sgd" };

/** What is not as the file says. */
export async function trainingMisses(
  vector: Vector,
  one: Case,
  dtype: "float32" | "float64",
  backend: Backend,
): Promise<readonly string[]> {
  const config = takeConfig(vector, one);
  config.text("batch");
  const { layers, loss, optimizer, learningRate, names } = readRecipe(vector.torch);
  const epochs = config.number("steps") ?? one.losses?.length ?? 0;
  config.end();
  const [x, y] = [one.inputs?.x, one.inputs?.y];
  if (!x || !y) throw new Error(`${vector.id}: there is no data.`);
  const weights = new Map(
    Object.entries(one.params ?? {}).map(([name, numbers]) => [
      mapped(names, name),
      transposed(asValue(numbers, dtype)),
    ]),
  );
  const start = createModel(sequential(layers), { inputs: x.shape.slice(1), weights, dtype, backend });
  const { model, history } = await fit(
    start,
    { inputs: asValue(x, dtype), targets: asValue(y, dtype) },
    {
      loss,
      optimizer,
      learningRate,
      epochs,
      batchSize: x.shape[0] ?? 1,
      shuffle: false,
      backend,
    },
  );
  const tolerance = vector.tolerance[dtype];
  return [
    ...misses(
      "loss",
      history.epochs.map((epoch) => epoch.loss),
      one.losses ?? [],
      tolerance,
    ),
    ...Object.entries(one.params_after ?? {}).flatMap(([name, numbers]) => {
      const got = model.weights.get(mapped(names, name));
      return misses(name, got ? transposed(got).data : [], numbersOf(numbers), tolerance);
    }),
    ...Object.entries(one.outputs ?? {}).flatMap(([name, numbers]) => {
      if (name !== "eval_prediction") throw new Error(`${vector.id}: the output ${name} has no mapping.`);
      return misses(name, model.predict(asValue(x, dtype)).data, numbersOf(numbers), tolerance);
    }),
  ];
}

/** Reads "Linear(3,5) Tanh Linear(5,1), MSE, Adam lr 0.05, full batch": what else stands there has to be known too. */
function readRecipe(torch: string) {
  const [, modules = "", lossName = "", optimizerName = "", rate = "", rest = ""] =
    /^(.*?), (\w+), (\w+) lr ([\d.e-]+)(.*)$/.exec(torch) ?? [];
  if (!/^(, full batch|, the four DataCamp rows)?$/.test(rest)) {
    throw new Error(`The recipe "${torch}" says more than this mapping knows: "${rest}".`);
  }
  const names: Record<string, string> = {};
  const layers = modules.split(" ").map((module, at): AnyLayer => {
    const units = /^Linear\(\d+,(\d+)\)$/.exec(module)?.[1];
    if (units === undefined) return applying(mapped(activations, module));
    names[`${at}.weight`] = `${at}/dense/weights`;
    names[`${at}.bias`] = `${at}/dense/bias`;
    return made("layer", "dense", { units: Number(units) });
  });
  const optimizer = made("optimizer", mapped(optimizers, optimizerName));
  if (optimizer.mode === "full") throw new Error(`${optimizerName} takes no steps of its own.`);
  return { layers, names, loss: mapped(losses, lossName)(), optimizer, learningRate: Number(rate) };
}

/** An activation as a layer of its own, so that layers have PyTorch's numbers. */
function applying(kind: string): AnyLayer {
  const activation = made("activation", kind);
  return { kind, apply: ([x]: Parameters<AnyLayer["apply"]>[0], scope) => scope.activate("activation", activation, x) };
}

/** PyTorch's `[outputs, inputs]` as neurite's `[inputs, outputs]` and back; a bias as it is. */
function transposed(value: Value): Value {
  return value.shape.length === 2 ? evaluate([constant(value).transpose()])[0] : value;
}
