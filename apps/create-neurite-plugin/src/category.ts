/** What a plugin may add, and what its template says of it. */
interface Description {
  /** What it is, for whoever has to choose. */
  readonly hint: string;
  /** With its article, as in "an activation". */
  readonly phrase: string;
  /** The field of a plugin that holds such kinds. */
  readonly shelf: string;
  /** The option that the template has. */
  readonly option: string;
  /** Packages that the template imports besides the contracts. */
  readonly imports: readonly string[];
}

/** The kinds of which there is a template; each has a folder of that name in `templates`. */
export const categories = {
  activation: {
    hint: "a function between layers",
    phrase: "an activation",
    shelf: "activations",
    option: "sharpness",
    imports: [],
  },
  layer: {
    hint: "a part of a network, with trained numbers",
    phrase: "a layer",
    shelf: "layers",
    option: "start",
    imports: ["@neurite/layers"],
  },
  loss: {
    hint: "how wrong a prediction is, which training lowers",
    phrase: "a loss",
    shelf: "losses",
    option: "scale",
    imports: [],
  },
  optimizer: {
    hint: "how a step of training moves weights",
    phrase: "an optimizer",
    shelf: "optimizers",
    option: "momentum",
    imports: [],
  },
  initializer: {
    hint: "the weights before training",
    phrase: "an initializer",
    shelf: "initializers",
    option: "frequency",
    imports: [],
  },
  metric: {
    hint: "a score of predictions",
    phrase: "a metric",
    shelf: "metrics",
    option: "tolerance",
    imports: [],
  },
} as const satisfies Record<string, Description>;

export type Category = keyof typeof categories;

export const categoryNames = Object.keys(categories) as readonly Category[];
