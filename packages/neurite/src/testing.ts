/**
 * Tests for kinds of one's own, bound to the real backends, training and files.
 *
 * Pass the `test` function of vitest or of `node:test`; each check becomes a test of its own, whose failure says what is wrong.
 */
import { dense } from "@neurite/layers";
import { adam, createModel, fit, type Model, meanSquaredError, sequential } from "@neurite/network";
import {
  type Activation,
  type AnyLayer,
  createRegistry,
  type Initializer,
  type Loss,
  type Metric,
  type Optimizer,
  type Plugin,
  type Registry,
} from "@neurite/plugin";
import {
  asLayer,
  assertCheck,
  backendChecks,
  type Check,
  fileChecks,
  type Harness,
  type HarnessModel,
  initializerChecks,
  kindChecks,
  type LayerSubject,
  layerChecks,
  lossChecks,
  metricChecks,
  optimizerChecks,
} from "@neurite/plugin/testing";
import { load, save } from "@neurite/serialization";
import { interpreter, type Type, type Value } from "@neurite/tensor";
import { builtins } from "./builtins";

/** A test runner's way to declare a test: `test("its name", async () => { … })`. */
export type DeclareTest = (name: string, body: () => Promise<void>) => unknown;

/** How a kind is tested. */
export interface TestOptions {
  /** `test` of vitest, or of `node:test`. */
  readonly test: DeclareTest;
  /** The plugin that defines the kind; with it, files and options are tested too. */
  readonly plugin?: Plugin;
  /** For kinds of neurite itself, whose names are bare. */
  readonly builtin?: boolean;
}

const model = (made: HarnessModel): Model => made as Model;

const harness: Harness = /* @__PURE__ */ bind();

function bind(): Harness {
  return {
    backends: [interpreter],
    builtins: createRegistry({ plugins: [builtins] }),
    hostLayer: ({ units, activation }) => dense({ units, activation: activation as Activation | undefined }),
    sequential,
    createModel: (layer, options) => createModel(layer, options),
    fit: async (start, data, options) => {
      const network = "weights" in start ? model(start) : start;
      const loss = options.loss ?? meanSquaredError;
      const optimizer = options.optimizer ?? adam();
      return (await fit(network, data, { ...options, loss, optimizer, batchSize: 2 })).model;
    },
    save: (made) => save(model(made)),
    load: (bytes, registry) => load(bytes, { registry, onWarning: () => undefined }),
  };
}

function declare(kind: string, checks: readonly Check[], { test }: TestOptions): void {
  for (const check of checks) test(`${kind}: ${check.name}`, () => assertCheck(check));
}

function registryOf({ plugin, builtin }: TestOptions): Registry | undefined {
  if (builtin) return harness.builtins;
  return plugin && createRegistry({ plugins: [builtins, plugin] });
}

/**
 * Declares the tests of an activation.
 *
 * @example
 * ```ts
 * import type { Activation } from "neurite";
 * import { testActivation } from "neurite/testing";
 *
 * const swish: Activation = { kind: "acme/swish", apply: (x) => x.mul(x.sigmoid()) };
 * const plugin = { name: "acme", activations: { "acme/swish": () => swish } };
 * const names: string[] = [];
 * // in a test file: import { test } from "vitest";
 * const test = (name: string, body: () => Promise<void>) => names.push(name) && body();
 * testActivation(() => swish, { test, plugin });
 * console.log(names.includes("acme/swish: gradient")); // → true
 * ```
 */
export function testActivation(make: () => Activation, options: TestOptions): void {
  const registry = registryOf(options);
  const { kind } = make();
  const inputs: readonly Type[] = [{ shape: [3, 4], dtype: "float32" }];
  const subject: LayerSubject = { make: () => asLayer(make()), inputs, lastAxisOnly: true };
  const network = () =>
    harness.sequential([harness.hostLayer({ units: 4, activation: make() }), harness.hostLayer({ units: 1 })]);
  const checks = [
    ...kindChecks("activation", make, { registry, builtin: options.builtin }),
    ...layerChecks(subject),
    ...backendChecks(subject, harness),
    ...(registry ? fileChecks({ network, inputs, registry }, harness) : []),
  ];
  declare(kind, checks, options);
}

/** Declares the tests of a layer. `inputs` are what it takes, with 3 rows: `[{ shape: [3, 4], dtype: "float32" }]` unless told otherwise. */
export function testLayer(make: () => AnyLayer, options: TestOptions & { readonly inputs?: readonly Type[] }): void {
  const registry = registryOf(options);
  const { inputs = [{ shape: [3, 4], dtype: "float32" }] } = options;
  const subject: LayerSubject = { make, inputs };
  const checks = [
    ...kindChecks("layer", make, { registry, builtin: options.builtin }),
    ...layerChecks(subject),
    ...backendChecks(subject, harness),
    ...(registry ? fileChecks({ network: make, inputs, registry }, harness) : []),
  ];
  declare(make().kind, checks, options);
}

/** Declares the tests of a loss on a sample in float64: a prediction and a target that it takes, `[rows, ...]`. */
export function testLoss(
  make: () => Loss,
  options: TestOptions & { readonly sample: { readonly prediction: Value; readonly target: Value } },
): void {
  const registry = registryOf(options);
  const checks = [
    ...kindChecks("loss", make, { registry, builtin: options.builtin }),
    ...lossChecks(make, options.sample),
  ];
  declare(make().kind, checks, options);
}

/** Declares the tests of an optimizer. */
export function testOptimizer(make: () => Optimizer, options: TestOptions): void {
  const registry = registryOf(options);
  const checks = [...kindChecks("optimizer", make, { registry, builtin: options.builtin }), ...optimizerChecks(make)];
  declare(make().kind, checks, options);
}

/** Declares the tests of an initializer. */
export function testInitializer(make: () => Initializer, options: TestOptions): void {
  const registry = registryOf(options);
  const checks = [
    ...kindChecks("initializer", make, { registry, builtin: options.builtin }),
    ...initializerChecks(make),
  ];
  declare(make().kind, checks, options);
}

/** Declares the tests of a metric. */
export function testMetric(make: () => Metric, options: TestOptions): void {
  const registry = registryOf(options);
  declare(
    make().kind,
    [...kindChecks("metric", make, { registry, builtin: options.builtin }), ...metricChecks(make)],
    options,
  );
}
