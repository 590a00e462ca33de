import type { Type } from "@neurite/tensor";
import type { Json } from "../config";
import type { Category, Made, Plugin } from "../plugin";
import { shelves } from "../plugin";
import type { Registry } from "../registry";
import { applyLayer, asLayer, type LayerSubject, operationsOf, typesOf } from "./applied";
import { backendChecks, edgeQuestions, layerQuestions } from "./backend-checks";
import { constraintChecks, expressionText, regularizerChecks, scheduleChecks } from "./expression-checks";
import { fileChecks } from "./file-checks";
import type { Check } from "./finding";
import type { Harness, HostOptions } from "./harness";
import { drawFrom, initializerChecks } from "./initializer-checks";
import { kindChecks } from "./kind-checks";
import { layerChecks } from "./layer-checks";
import { defaultLossSample, type LossSample, lossChecks, lossGraph, lossQuestion } from "./loss-checks";
import { metricChecks, scoreText } from "./metric-checks";
import { minimizerChecks, minimizerText } from "./minimizer-checks";
import { descentText, optimizerChecks, optimizerQuestions } from "./optimizer-checks";

/** How a kind is checked. */
export interface ConformanceOptions {
  /** The plugin that defines the kind; with it, the way of its options through a file is checked too. */
  readonly plugin?: Plugin | undefined;
  /** For kinds of neurite itself, whose names are bare words. */
  readonly builtin?: boolean | undefined;
  /** The options that `make` makes the kind of, as they stand in a file; the kind has to keep them all. */
  readonly config?: Json | undefined;
  /** What a layer takes, with 3 rows: `[{ shape: [3, 4], dtype: "float32" }]` unless told otherwise. */
  readonly inputs?: readonly Type[] | undefined;
  /** A prediction and a target in float64 that a loss takes; two columns of probabilities unless told otherwise. */
  readonly sample?: LossSample | undefined;
  /** Names of checks that do not apply, such as "NaN" for a layer that fills gaps. */
  readonly except?: readonly string[] | undefined;
}

interface Context {
  readonly harness: Harness;
  readonly inputs: readonly Type[];
  readonly sample: LossSample;
  readonly builtin: boolean;
  registry(): Registry;
}

/** What the checks of a category are, and a text that says what a value of it does, to compare two. */
interface Suite<T> {
  checks(make: () => T, context: Context): readonly Check[];
  text(made: T, context: Context): string;
}

const table: readonly Type[] = [{ shape: [3, 4], dtype: "float32" }];

const suites: { readonly [C in Category]: Suite<Made[C]> } = {
  activation: {
    checks: (make, context) => {
      const subject: LayerSubject = { make: () => asLayer(make()), inputs: table, lastAxisOnly: true };
      const files = hosted(make, (activation) => ({ activation }), context);
      const parity = backendChecks(
        (dtype) => [...layerQuestions(subject, dtype), ...edgeQuestions(subject, dtype)],
        context.harness,
      );
      return [...layerChecks(subject), ...parity, ...files];
    },
    text: (made) => layerText({ make: () => asLayer(made), inputs: table }),
  },
  layer: {
    checks: (make, context) => {
      const subject: LayerSubject = { make, inputs: context.inputs };
      const files = fileChecks({ ...subject, ...context, kind: make().kind }, context.harness);
      const parity = backendChecks((dtype) => layerQuestions(subject, dtype), context.harness);
      return [...layerChecks(subject), ...parity, ...files];
    },
    text: (made, { inputs }) => layerText({ make: () => made, inputs }),
  },
  initializer: {
    checks: (make, context) => [
      ...initializerChecks(make),
      ...hosted(make, (weightsInitializer) => ({ weightsInitializer }), context),
    ],
    text: (made) => drawFrom(made, [4, 3]).join(),
  },
  regularizer: {
    checks: (make, context) => [
      ...regularizerChecks(make),
      ...hosted(make, (weightsRegularizer) => ({ weightsRegularizer }), context),
    ],
    text: (made) => expressionText(made),
  },
  constraint: {
    checks: (make, context) => [
      ...constraintChecks(make),
      ...hosted(make, (weightsConstraint) => ({ weightsConstraint }), context),
    ],
    text: (made) => expressionText(made),
  },
  loss: {
    checks: (make, { sample, harness }) => [
      ...lossChecks(make, sample),
      ...backendChecks((dtype) => [lossQuestion(make(), sample, dtype)], harness),
    ],
    text: (made, { sample }) => lossGraph(made, sample),
  },
  metric: { checks: metricChecks, text: scoreText },
  optimizer: {
    checks: (make, { harness }) => {
      if (make().mode !== "step") return minimizerChecks(make as () => Extract<Made["optimizer"], { mode: "full" }>);
      const stepwise = make as () => Extract<Made["optimizer"], { mode: "step" }>;
      const parity = backendChecks((dtype) => optimizerQuestions(stepwise(), dtype), harness);
      return [...optimizerChecks(stepwise), ...parity];
    },
    text: (made) => (made.mode === "step" ? descentText(made) : minimizerText(made)),
  },
  schedule: {
    checks: scheduleChecks,
    text: (made) => expressionText(made, { shape: [], dtype: "float64" }),
  },
};

/**
 * All checks of one kind.
 *
 * `make` gives the kind anew each time it is called. Where it throws, that is the one check there is, and it fails.
 */
export function conformanceChecks<C extends Category>(
  category: C,
  make: () => Made[C],
  options: ConformanceOptions,
  harness: Harness,
): readonly Check[] {
  const { plugin, builtin = false, config, inputs = table, sample = defaultLossSample, except = [] } = options;
  const registry = () =>
    builtin ? harness.registry() : harness.registry(plugin ?? pluginOf(category, make().kind, make));
  try {
    make();
  } catch (error) {
    return [{ name: "made", run: () => Promise.reject(error) }];
  }
  const context: Context = { harness, inputs, sample, builtin, registry };
  const suite = suites[category];
  const inFile = builtin || plugin ? registry : undefined;
  const checks = [
    ...kindChecks(category, make, {
      registry: inFile,
      builtin,
      given: config,
      text: (made) => suite.text(made, context),
    }),
    ...suite.checks(make, context),
  ];
  return [...checks.filter(({ name }) => !except.includes(name)), ...strayExceptions(checks, except)];
}

/** Where a check that is to be left out is none of these: it was misspelt, and is not left out. */
function strayExceptions(checks: readonly Check[], except: readonly string[]): readonly Check[] {
  const names = checks.map(({ name }) => name);
  const strays = except.filter((name) => !names.includes(name));
  if (strays.length === 0) return [];
  const message = `there is no check "${strays.join('", "')}" to leave out. There are: ${names.join(", ")}.`;
  return [{ name: "except", run: () => [message] }];
}

/** A plugin of this one kind, for whoever tests a kind before there is a plugin. */
function pluginOf<C extends Category>(category: C, kind: string, make: () => Made[C]): Plugin {
  return { name: "the plugin under test", [shelves[category]]: { [kind]: make } };
}

/** The file checks of a kind that stands in a layer of units. */
function hosted<T extends { readonly kind: string }>(
  make: () => T,
  part: (made: T) => Partial<HostOptions>,
  context: Context,
): readonly Check[] {
  const { harness } = context;
  const network = () =>
    harness.sequential([harness.hostLayer({ units: 4, ...part(make()) }), harness.hostLayer({ units: 1 })]);
  return fileChecks({ ...context, make: network, inputs: table, kind: make().kind }, harness);
}

function layerText(subject: LayerSubject): string {
  const applied = applyLayer(subject.make(), typesOf(subject, "float32"), { dtype: "float32", training: true });
  const initial = [...applied.values.values()].map(({ data }) => data.join());
  return [...operationsOf(applied), ...initial].join("\n");
}
