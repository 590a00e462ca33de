import {
  type DType,
  evaluate,
  formatShape,
  input,
  NeuriteError,
  rowTemplate,
  type Type,
  type Value,
  write,
} from "@neurite/tensor";
import type { AnyLayer } from "../layer";
import { trace } from "../trace";
import { applyLayer } from "./applied";
import type { Check } from "./finding";
import { gradientFaults } from "./gradient-checks";
import { constantValue, sameBits, sampleValue } from "./sample-values";

/** What the checks of one layer work on. */
export interface LayerSubject {
  make(): AnyLayer;
  /** What comes in, with 3 rows: `[3, ...]`. Floats take the dtype of the check. */
  readonly inputs: readonly Type[];
  /** For activations: only the last axis may change. */
  readonly lastAxisOnly?: boolean;
}

/** The checks of how a layer or an activation behaves on numbers, by the interpreter. */
export function layerChecks(subject: LayerSubject): readonly Check[] {
  const { make } = subject;
  const typesOf = (dtype: DType) =>
    subject.inputs.map((type) => (type.dtype === "float32" ? { shape: type.shape, dtype } : type));
  const run = (
    dtype: DType,
    options: { training?: boolean; key?: string; given?: readonly Value[]; layer?: AnyLayer } = {},
  ) => {
    const { training = false, layer = make(), ...rest } = options;
    const applied = applyLayer(layer, typesOf(dtype), { dtype, training, ...rest });
    return { applied, results: evaluate(applied.trace.outputs, applied.values) as readonly Value[] };
  };
  return [
    { name: "shapes", run: () => shapeFaults(subject, make(), typesOf("float32")) },
    {
      name: "dtypes",
      run: () =>
        (["float32", "float64"] as const).flatMap((dtype) =>
          run(dtype).results.flatMap(({ dtype: got }) =>
            got === dtype || got === "int32" || got === "bool" ? [] : [`asked for ${dtype}, it gives ${got}.`],
          ),
        ),
    },
    {
      name: "gradient",
      run: () =>
        gradientFaults(make().kind, applyLayer(make(), typesOf("float64"), { dtype: "float64", training: false })),
    },
    {
      name: "purity",
      run: () => {
        const layer = make();
        const given = typesOf("float32").map((type, i) => sampleValue(`input ${i}`, type));
        const before = given.map((value) => ({ ...value, data: value.data.slice() }));
        const [first, second] = [run("float32", { layer, given }), run("float32", { layer, given })];
        const [a, b] = [first, second].map(({ applied }) => graphOf(applied));
        return [
          ...(a === b
            ? []
            : [
                "applied twice, it builds two different graphs. Keep no state outside of the scope, and draw random numbers from scope.key only.",
              ]),
          ...(first.results.every((r, i) => sameBits(r, second.results[i] as Value))
            ? []
            : ["the same input gave two different outputs."]),
          ...(given.every((v, i) => sameBits(v, before[i] as Value)) ? [] : ["it changed its input in place."]),
        ];
      },
    },
    {
      name: "range",
      run: () =>
        [-1e4, -1, 0, 1, 1e4].flatMap((number) => {
          const given = typesOf("float32").map((type) =>
            type.dtype === "float32" ? constantValue(type, number) : constantValue(type, 0),
          );
          const broken = run("float32", { given }).results.some(({ data }) =>
            data.some((n: number) => !Number.isFinite(n)),
          );
          return broken ? [`for the input ${number} everywhere a result is NaN or infinite.`] : [];
        }),
    },
    { name: "seeded randomness", run: () => randomFaults((key) => run("float32", { training: true, key })) },
  ];
}

/** A graph as text, to compare two. */
function graphOf({ trace: traced, values }: ReturnType<typeof applyLayer>): string {
  return JSON.stringify(write({ inputs: [...values.keys()], outputs: traced.outputs }));
}

function shapeFaults(subject: LayerSubject, layer: AnyLayer, types: readonly Type[]): readonly string[] {
  const faults: string[] = [];
  try {
    rowTemplate(
      (rows) => {
        const inputs = types.map((type, i) =>
          input(`input ${i}`, { shape: [rows, ...type.shape.slice(1)], dtype: type.dtype }),
        );
        const traced = trace(layer, inputs, { training: false, dtype: "float32" });
        const held = [...traced.parameters.values(), ...traced.state.values()].map(({ tensor }) => tensor);
        return { inputs: [...inputs, ...held], outputs: traced.outputs };
      },
      { perRow: 1, subject: layer.kind },
    );
  } catch (error) {
    if (!(error instanceof NeuriteError)) throw error;
    faults.push(error.message);
  }
  if (!subject.lastAxisOnly) return faults;
  for (const shape of [
    [3, 4],
    [3, 1],
    [3, 2, 4],
  ]) {
    const { trace: traced } = applyLayer(layer, [{ shape, dtype: "float32" }], { dtype: "float32", training: false });
    const got = traced.outputs[0]?.shape ?? [];
    if (got.length !== shape.length || got.slice(0, -1).join() !== shape.slice(0, -1).join()) {
      faults.push(`an activation may change the last axis only: ${formatShape(shape)} became ${formatShape(got)}.`);
    }
  }
  return faults;
}

function randomFaults(
  run: (key: string) => { readonly applied: ReturnType<typeof applyLayer>; readonly results: readonly Value[] },
): readonly string[] {
  const [once, again, other] = [run("one"), run("one"), run("two")];
  const asks = once.applied.trace.places.some(({ requests }) => requests.some(({ type }) => type === "key"));
  const same = (a: typeof once, b: typeof once) => a.results.every((r, i) => sameBits(r, b.results[i] as Value));
  return [
    ...(same(once, again)
      ? []
      : ["with the same key it gave two different results while training. Draw from scope.key only."]),
    ...(asks && same(once, other) ? ["it asks for a key, but another key gives the same result."] : []),
  ];
}
