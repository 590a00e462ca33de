// PyTorch's optimizers, by their class, as neurite's.
import { made, mapped } from "./made";
import type { Case, Vector } from "./read-vector";
import { type Taken, takeConfig } from "./take-config";

type Options = Parameters<typeof made>[2];

interface Mapping {
  readonly kind: string | ((config: Taken) => string);
  readonly options: (config: Taken) => Options;
}

const decay = (config: Taken) => ({ weightDecay: config.number("weight_decay") });

function moments(config: Taken): Options {
  const [beta1, beta2] = config.list("betas") ?? [];
  return { beta1, beta2, epsilon: config.number("eps"), ...decay(config) };
}

const decoupled = (config: Taken) => ({ decoupled: config.flag("decoupled_weight_decay") });
const ofAdam = (kind: string, options: Options = {}): Mapping => ({
  kind: (config) => (config.flag("amsgrad") ? "amsgrad" : kind),
  options: (config) => ({ ...moments(config), ...options }),
});

const table: Readonly<Record<string, Mapping>> = {
  Adadelta: {
    kind: "adadelta",
    options: (config) => ({ rho: config.number("rho"), epsilon: config.number("eps"), ...decay(config) }),
  },
  Adagrad: {
    kind: "adagrad",
    options: (config) => ({
      learningRateDecay: config.number("lr_decay"),
      initialAccumulator: config.number("initial_accumulator_value"),
      epsilon: config.number("eps"),
      ...decay(config),
    }),
  },
  Adam: ofAdam("adam"),
  AdamW: {
    ...ofAdam("adamW"),
    options: (config) => moments(config),
  },
  Adamax: { kind: "adamax", options: moments },
  LBFGS: {
    kind: "lbfgs",
    options: (config) => ({ historySize: config.number("history_size") }),
  },
  NAdam: {
    kind: "nadam",
    options: (config) => ({ ...moments(config), momentumDecay: config.number("momentum_decay"), ...decoupled(config) }),
  },
  RAdam: { kind: "radam", options: (config) => ({ ...moments(config), ...decoupled(config) }) },
  RMSprop: {
    kind: "rmsprop",
    options: (config) => ({
      alpha: config.number("alpha"),
      epsilon: config.number("eps"),
      momentum: config.number("momentum"),
      centered: config.flag("centered"),
      ...decay(config),
    }),
  },
  SGD: {
    kind: "sgd",
    options: (config) => ({
      momentum: config.number("momentum"),
      dampening: config.number("dampening"),
      nesterov: config.flag("nesterov"),
      ...decay(config),
    }),
  },
};

/** The optimizer of a file such as "torch.optim.Adam", and its learning rate. */
export function optimizerOf(vector: Vector, one: Case) {
  const name = /^torch\.optim\.(\w+)/.exec(vector.torch)?.[1] ?? vector.torch;
  const { kind, options } = mapped(table, name);
  const config = takeConfig(vector, one);
  const learningRate = config.number("lr") ?? 1;
  config.text("kind"); // what weight decay is, in words
  const found = typeof kind === "string" ? kind : kind(config);
  const optimizer = made("optimizer", found, options(config));
  config.end();
  return { optimizer, learningRate };
}
