import { constant, evaluate, formatShape, keyTensor, order, type Value } from "@neurite/tensor";
import type { AnyLayer } from "../layer";
import { trace } from "../trace";
import { type Applied, applyLayer, type LayerSubject, operationsOf, resultsOf, typesOf } from "./applied";
import type { Check } from "./finding";
import { allSameBits, copyOf, sameBits, sampleKey, sampleValue } from "./sample-values";

/** The checks that a layer is nothing but a function of its inputs, its parameters and the scope's keys. */
export function purityChecks(subject: LayerSubject): readonly Check[] {
  return [
    {
      name: "purity",
      run: () => {
        const faults = [false, true].flatMap((training) => repeatFaults(subject, training));
        return [...new Set(faults)]; // what is wrong in both modes is told once
      },
    },
    { name: "inputs untouched", run: () => mutationFaults(subject) },
    { name: "seeded randomness", run: () => randomFaults(subject) },
  ];
}

/** Whether it builds the same graph again: the same object, and another one made alike. */
function repeatFaults({ make, ...subject }: LayerSubject, training: boolean): readonly string[] {
  const layer = make();
  const apply = (of: AnyLayer): Applied =>
    applyLayer(of, typesOf({ make, ...subject }, "float32"), { dtype: "float32", training });
  const first = apply(layer);
  const remedy = "Keep no state outside of the scope, and draw random numbers from scope.key only.";
  return [["applied twice", apply(layer)] as const, ["made and applied anew", apply(make())] as const].flatMap(
    ([what, again]) => {
      if ([first, again].some(usesOtherSymbols)) return [`it uses a tensor of an earlier application. ${remedy}`];
      const difference = firstDifference(operationsOf(first), operationsOf(again));
      if (difference) return [`${what}, it builds two different graphs: ${difference}. ${remedy}`];
      const [a, b] = [first, again].map((applied) => evaluate(resultsOf(applied), applied.values)) as [
        Value[],
        Value[],
      ];
      return allSameBits(a, b)
        ? []
        : [`${what}, it starts from other numbers. Let initializers use nothing but their key.`];
    },
  );
}

/** Whether results come from symbols that are none of this application's. */
function usesOtherSymbols(applied: Applied): boolean {
  const own = new Set([...applied.values.keys()].map(({ node }) => node));
  return order(resultsOf(applied)).some((node) => node.op === "input" && !own.has(node));
}

function firstDifference(a: readonly string[], b: readonly string[]): string | undefined {
  const at = a.findIndex((operation, i) => operation !== b[i]);
  if (at < 0 && a.length === b.length) return undefined;
  const shown = (operation = "nothing") => (operation.length > 90 ? `${operation.slice(0, 90)}…` : operation);
  const place = at < 0 ? a.length : at;
  return `operation ${place} is ${shown(a[place])} and then ${shown(b[place])}`;
}

/** Whether numbers, shapes and options are as they were before. */
function mutationFaults(subject: LayerSubject): readonly string[] {
  const layer = subject.make();
  const types = typesOf(subject, "float32");
  const config = JSON.stringify(layer.config);
  const given = types.map((type, i) => sampleValue(`input ${i}`, type));
  const before = given.map(copyOf);
  const shapes = types.map(({ shape }) => formatShape(shape));
  const inputs = given.map((value) => constant({ ...value, shape: [...value.shape] }));
  trace(layer, inputs, { training: true, dtype: "float32", key: keyTensor(sampleKey("step")) });
  return [
    ...inputs.flatMap(({ shape }, i) =>
      formatShape(shape) === shapes[i]
        ? []
        : [
            `it changed the shape of input ${i} in place, from ${shapes[i]} to ${formatShape(shape)}. Copy it before you change it.`,
          ],
    ),
    ...given.flatMap((value, i) =>
      sameBits(value, before[i]) ? [] : [`it changed the numbers of input ${i} in place. Give a new tensor.`],
    ),
    ...(JSON.stringify(layer.config) === config ? [] : ["it changed its own config while it was applied."]),
  ];
}

/** Whether the key alone decides what is random, and only while training. */
function randomFaults(subject: LayerSubject): readonly string[] {
  const layer = subject.make();
  const run = (key: string) => {
    const applied = applyLayer(layer, typesOf(subject, "float32"), { dtype: "float32", training: true, key });
    return { applied, results: evaluate(resultsOf(applied), applied.values) as readonly Value[] };
  };
  const once = run("one");
  const same = ({ results }: typeof once) => allSameBits(once.results, results);
  const asks = once.applied.trace.places.some(({ requests }) => requests.some(({ type }) => type === "key"));
  return [
    ...(same(run("one"))
      ? []
      : ["with the same key it gave two different results while training. Draw from scope.key only."]),
    ...(asks && ["two", "three", "four"].every((key) => same(run(key)))
      ? ["it asks for a key, but other keys give the same result. Use the key, or do not ask."]
      : []),
  ];
}
