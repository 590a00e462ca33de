import type { Json, Ref } from "./config";
import type { Activation, AnyLayer } from "./layer";
import type { Revival } from "./registry";
import type { Constraint, Initializer, Regularizer } from "./scope";
import type { Loss, Metric, Minimizer, Optimizer, Schedule } from "./training";

/** What can be named in a file or on a command line, by category. */
export interface Made {
  readonly activation: Activation;
  readonly constraint: Constraint;
  readonly initializer: Initializer;
  readonly layer: AnyLayer;
  readonly loss: Loss;
  readonly metric: Metric;
  readonly optimizer: Optimizer | Minimizer;
  readonly regularizer: Regularizer;
  readonly schedule: Schedule;
}

export type Category = keyof Made;

/**
 * Makes a value of the options that a file or a command line holds.
 *
 * `config` is unknown data: read it with `readConfig`. Kinds inside it are made with `revival`.
 */
export type Reviver<T extends Ref> = (config: Json | undefined, revival: Revival) => T;

type Shelf<T extends Ref> = Readonly<Record<string, Reviver<T>>>;

/**
 * Kinds that a package adds: for each a function from its options to the value.
 *
 * Kinds of others than neurite carry a prefix, as in `acme/swish`, so that two packages never mean different things by one word.
 *
 * @example
 * ```ts
 * import { createRegistry, type Activation, type Plugin } from "@neurite/plugin";
 *
 * const swish: Activation = { kind: "acme/swish", apply: (x) => x.mul(x.sigmoid()) };
 * const acme = {
 *   name: "acme",
 *   package: { name: "neurite-plugin-acme", version: "1.0.0" },
 *   activations: { "acme/swish": () => swish },
 * } satisfies Plugin;
 * const registry = createRegistry({ plugins: [acme] });
 * console.log(registry.make("activation", "acme/swish") === swish); // → true
 * ```
 */
export interface Plugin {
  readonly name: string;
  /** Where it comes from; a file that uses its kinds names it, so that an error can say what to install. */
  readonly package?: { readonly name: string; readonly version: string };
  readonly activations?: Shelf<Activation>;
  readonly constraints?: Shelf<Constraint>;
  readonly initializers?: Shelf<Initializer>;
  readonly layers?: Shelf<AnyLayer>;
  readonly losses?: Shelf<Loss>;
  readonly metrics?: Shelf<Metric>;
  readonly optimizers?: Shelf<Optimizer | Minimizer>;
  readonly regularizers?: Shelf<Regularizer>;
  readonly schedules?: Shelf<Schedule>;
}

/** The field of a plugin that holds the kinds of a category. */
export const shelves = {
  activation: "activations",
  constraint: "constraints",
  initializer: "initializers",
  layer: "layers",
  loss: "losses",
  metric: "metrics",
  optimizer: "optimizers",
  regularizer: "regularizers",
  schedule: "schedules",
} as const satisfies Record<Category, keyof Plugin>;
