// Everything that is known of a typed activation before it trains: its tree, its slope, both as functions.
import { type Backend, gradient, interpreter, parseActivation, tensor, trace, type Value, value } from "neurite";
import type { Expression } from "./expression";
import { formulaText } from "./formula-text";
import { readExpression } from "./read-expression";
import { simplified } from "./simplified";

/** A trained number of a formula, such as the beta of "beta = 1; x * sigmoid(beta * x)". */
export interface TrainedNumber {
  readonly name: string;
  readonly start: number;
}

interface ValuesAndSlopes {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

export interface UnderstoodFormula {
  readonly text: string;
  readonly expression: Expression;
  readonly trained: readonly TrainedNumber[];
  /** The slope in the words of formulas. */
  readonly derivative: string;
  /** A function from so many places to values and slopes, by the library, trained numbers at their start. */
  compile(backend: Backend, rows: number): (places: Float64Array) => ValuesAndSlopes;
  /** The same at once, by the interpreter. */
  at(places: Float64Array): ValuesAndSlopes;
}

/** Understands a formula. Throws the library's `bad-formula` where the text is none. */
export function understandFormula(text: string): UnderstoodFormula {
  const activation = parseActivation(text);
  const graphAt = (shape: readonly number[]) => {
    const x = tensor.input("x", { shape, dtype: "float64" });
    // an activation is asked through a layer that only passes on
    const layer = {
      kind: "formula",
      apply: ([given]: readonly [tensor.Tensor], scope: Parameters<typeof activation.apply>[1]) =>
        activation.apply(given, scope),
    };
    const traced = trace(layer, [x], { training: false, dtype: "float64" });
    const [y] = traced.outputs as readonly [tensor.Tensor];
    const [slope] = gradient(y.sum(), [x]);
    return { x, y, slope, parameters: traced.parameters };
  };
  const single = graphAt([]);
  const names = new Map([
    [single.x.node, "x"],
    ...[...single.parameters].map(([name, { tensor: t }]) => [t.node, name] as const),
  ]);
  const starts = new Map(
    [...single.parameters].map(([name, { spec }]) => [name, spec.initializer.sample([], [0, 0])[0] as number]),
  );
  const compile = (backend: Backend, rows: number) => {
    const { x, y, slope, parameters } = graphAt([rows]);
    const state = Object.fromEntries([...parameters].map(([name, slot]) => [name, slot.tensor]));
    const entries = { look: { inputs: { x }, outputs: { y, slope }, updates: {} } };
    const executable = backend.compile({ state, entries });
    for (const [name, start] of starts) executable.write(name, value(start, { dtype: "float64" }));
    return (places: Float64Array) => {
      const results = executable.run("look", { x: value(places) });
      const numbers = (result: Value | undefined) => Float64Array.from(result?.data ?? []);
      return { values: numbers(results.y), slopes: numbers(results.slope) };
    };
  };
  return {
    text,
    expression: readExpression(single.y, names),
    trained: [...starts].map(([name, start]) => ({ name, start })),
    derivative: formulaText(simplified(readExpression(single.slope, names))),
    compile,
    at: (places) => compile(interpreter, places.length)(places),
  };
}
