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
  type Category,
  createRegistry,
  type Initializer,
  type Loss,
  type Made,
  type Metric,
  type Minimizer,
  type Optimizer,
  type Plugin,
} from "@neurite/plugin";
import {
  assertCheck,
  type Check,
  type ConformanceOptions,
  conformanceChecks,
  type Harness,
  type HarnessModel,
  type PluginOptions,
  pluginChecks,
} from "@neurite/plugin/testing";
import { load, save } from "@neurite/serialization";
import { interpreter } from "@neurite/tensor";
import { wasm } from "@neurite/wasm";
import { builtins } from "./builtins";

/** A test runner's way to declare a test: `test("its name", async () => { … })`. */
export type DeclareTest = (name: string, body: () => Promise<void>) => unknown;

interface Runner {
  /** `test` of vitest, or of `node:test`. */
  readonly test: DeclareTest;
}

/** How a kind is tested. */
export interface TestOptions extends Runner, Omit<ConformanceOptions, "inputs" | "sample"> {}

/** How a layer is tested: `inputs` are what it takes, with 3 rows. */
export interface LayerTestOptions extends TestOptions, Pick<ConformanceOptions, "inputs"> {}

/** How a loss is tested: `sample` is a prediction and a target that it takes. */
export interface LossTestOptions extends TestOptions, Pick<ConformanceOptions, "sample"> {}

/** How a plugin is tested: `kinds` says for a kind which options it is made of, and what it takes. */
export interface PluginTestOptions extends Runner, PluginOptions {}

const model = (made: HarnessModel): Model => made as Model;

/** What the checks need, made of neurite itself. */
export const harness: Harness = /* @__PURE__ */ bind();

function bind(): Harness {
  return {
    backends: [interpreter, wasm],
    registry: (...plugins) => createRegistry({ plugins: [builtins, ...plugins] }),
    hostLayer: dense,
    sequential,
    createModel: (layer, options) => createModel(layer, options),
    fit: async (start, data, { optimizer = adam(), ...options }) => {
      const loss = data.targets.map(() => meanSquaredError);
      return (await fit(model(start), data, { ...options, loss, optimizer, learningRate: 0.01, batchSize: 2 })).model;
    },
    save: (made, registry) => save(model(made), { registry }),
    load: (bytes, registry, missing) => load(bytes, { registry, missing, onWarning: () => undefined }),
  };
}

function declare(subject: string, checks: readonly Check[], test: DeclareTest): void {
  for (const check of checks) test(`${subject}: ${check.name}`, () => assertCheck(check));
}

function testKind<C extends Category>(
  category: C,
  make: () => Made[C],
  { test, ...options }: Runner & ConformanceOptions,
): void {
  declare(nameOf(category, make), conformanceChecks(category, make, options, harness), test);
}

/** The kind that `make` gives; where it throws, its tests say so. */
function nameOf(category: Category, make: () => { readonly kind: string }): string {
  try {
    return make().kind || category;
  } catch {
    return category;
  }
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
  testKind("activation", make, options);
}

/** Declares the tests of a layer. */
export function testLayer(make: () => AnyLayer, options: LayerTestOptions): void {
  testKind("layer", make, options);
}

/** Declares the tests of a loss. */
export function testLoss(make: () => Loss, options: LossTestOptions): void {
  testKind("loss", make, options);
}

/** Declares the tests of an optimizer, or of a minimizer. */
export function testOptimizer(make: () => Optimizer | Minimizer, options: TestOptions): void {
  testKind("optimizer", make, options);
}

/** Declares the tests of an initializer. */
export function testInitializer(make: () => Initializer, options: TestOptions): void {
  testKind("initializer", make, options);
}

/** Declares the tests of a metric. */
export function testMetric(make: () => Metric, options: TestOptions): void {
  testKind("metric", make, options);
}

/**
 * Declares the tests of a plugin, and of every kind in it.
 *
 * @example
 * ```ts
 * import type { Layer, Plugin } from "neurite";
 * import { testPlugin } from "neurite/testing";
 *
 * const shift = (by: number): Layer => ({ kind: "acme/shift", config: { by }, apply: ([x]) => x.add(by) });
 * const acme = {
 *   name: "acme",
 *   layers: { "acme/shift": (config) => shift(Number(Object(config).by)) },
 * } satisfies Plugin;
 * const names: string[] = [];
 * // in a test file: import { test } from "vitest";
 * const test = (name: string, body: () => Promise<void>) => names.push(name) && body();
 * testPlugin(acme, { test, kinds: { "acme/shift": { config: { by: 2 } } } });
 * console.log(names[0], names.includes("acme/shift: save and load")); // → acme: name true
 * ```
 */
export function testPlugin(plugin: Plugin, { test, ...options }: PluginTestOptions): void {
  for (const { subject, checks } of pluginChecks(plugin, options, harness)) declare(subject, checks, test);
}
