import type { Category } from "neurite";

/** What the kinds of each category are called together, in the order in which they are listed. */
export const categoryNames: Readonly<Record<Category, string>> = {
  layer: "layers",
  activation: "activations",
  loss: "losses",
  optimizer: "optimizers",
  schedule: "schedules",
  metric: "metrics",
  initializer: "initializers",
  regularizer: "regularizers",
  constraint: "constraints",
};

/** Every category there is. */
export const categories = Object.keys(categoryNames) as readonly Category[];
