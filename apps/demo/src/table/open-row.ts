// One row's answers with every number on the way, down to its cells; layers that are more than neurons are lists without arithmetic.
import type { TracedLayer } from "neurite";
import { type Derivation, derived, given } from "../numbers/derivation";
import { words } from "../words/words";
import type { ExplainedRow } from "./explain-row";
import type { ModelView } from "./session";

export interface OpenLayer {
  readonly kind: string;
  readonly numbers: readonly Derivation[];
}

export interface OpenRow {
  readonly inputs: readonly Derivation[];
  readonly layers: readonly OpenLayer[];
  readonly network: Derivation;
  readonly line: Derivation;
}

const text = words.table.given;

export function openRow(row: ExplainedRow, { target, labels }: ModelView): OpenRow {
  const { trace, lineTerms, intercept, scales } = row;
  const inputs = trace.features.map(({ name, column, cell, value }): Derivation => {
    const scale = column === null ? undefined : scales[column];
    const number = Number(cell);
    if (!scale || name !== column || cell === "" || !Number.isFinite(number)) {
      return given(name, value, cell === "" ? "a missing cell" : `the cell "${cell}" of ${column ?? name}`);
    }
    return derived(name, value, () => [
      "(",
      given(`${name} of this row`, number, text.cell),
      "−",
      given(`mean of ${name}`, scale.mean, text.mean),
      ") ÷",
      given(`deviation of ${name}`, scale.deviation, text.deviation),
    ]);
  });
  const layers: OpenLayer[] = [];
  let before: readonly Derivation[] = inputs;
  for (const [at, layer] of trace.network.layers.entries()) {
    before = openLayer(layer, at, before);
    layers.push({
      kind: layer.activation && layer.units ? `${layer.kind}, ${layer.activation}` : layer.kind,
      numbers: before,
    });
  }
  const [output] = before;
  const { scale } = trace;
  const network =
    scale && output
      ? derived(`${target}, by the network`, row.network, () => [
          given(`mean of ${target}`, scale.mean, text.mean),
          "+",
          output,
          "×",
          given(`deviation of ${target}`, scale.deviation, text.deviation),
        ])
      : derived("probability, by the network", row.network, () =>
          labels.length === 2
            ? [...(output ? ["of the output ", output] : [])]
            : before.slice(0, 8).flatMap((one, i) => [i === 0 ? "one of " : ", ", one]),
        );
  const terms = lineTerms.map(
    ({ name, estimate, x }) =>
      [
        given(`coefficient of ${name}`, estimate, "fitted on the rows to learn from"),
        given(name, x, text.cell),
      ] as const,
  );
  const start = given("intercept", intercept, "fitted on the rows to learn from");
  const sum = () => [start, ...terms.flatMap(([b, x]) => [" + ", b, "×", x])];
  const line = derived(scale ? `${target}, by the straight line` : "probability, by the straight line", row.line, () =>
    terms.length === 0 ? ["the line of many classes"] : scale ? sum() : ["1 ÷ (1 + e^−(", ...sum(), "))"],
  );
  return { inputs, layers, network, line };
}

function openLayer(
  { kind, activation, units, output }: TracedLayer,
  at: number,
  before: readonly Derivation[],
): readonly Derivation[] {
  if (!units) return output.map((value, i) => given(`number ${i} of ${kind}`, value, `what ${kind} passes on`));
  return units.map((unit, i) => {
    const name = `neuron ${i} of layer ${at + 1}`;
    // asked for when opened: a wide layer has thousands of products
    const parts = () =>
      unit.terms.flatMap(({ input, weight }, from) => [
        ...(from === 0 ? [] : ["+"]),
        before[from] ?? given(`input ${from}`, input, "passed on"),
        "×",
        given(`weight ${from} of ${name}`, weight, "learnt"),
      ]);
    const bias = unit.bias === undefined ? [] : ["+", given(`bias of ${name}`, unit.bias, "learnt")];
    const sum = derived(`sum of ${name}`, unit.sum, () => [...parts(), ...bias]);
    return activation === undefined || activation === "linear"
      ? { ...sum, name }
      : derived(name, unit.output, () => [`${activation}(`, sum, ")"]);
  });
}
