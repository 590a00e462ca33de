import { rm, writeFile } from "node:fs/promises";
import { type Activation, evaluate, gradient, tensor, trace } from "neurite";
import { afterAll, expect, it } from "vitest";
import { pluginSource } from "./plugin-source";
import { understandFormula } from "./understand-formula";

const written: string[] = [];
afterAll(() => Promise.all(written.map((file) => rm(file, { force: true }))));

/** Runs the source as a reader's project would: as a module of its own that imports the library. */
async function activationOf(source: string): Promise<Activation> {
  const file = new URL(`./written-${process.pid}-${written.length}.ts`, import.meta.url).pathname;
  written.push(file);
  await writeFile(file, source);
  const { mine } = (await import(/* @vite-ignore */ file)) as { mine: Activation };
  return mine;
}

it("is one expression of tensor calls", () => {
  expect(
    pluginSource(understandFormula("x * sigmoid(x)")),
  ).toBe(`import { type Activation, type Plugin } from "neurite";

export const mine: Activation = {
  kind: "me/mine",
  apply: (x) => x.mul(x.sigmoid()),
};

export const plugin = {
  name: "me",
  activations: { "me/mine": () => mine },
} satisfies Plugin;
`);
});

it.each([
  "x^2",
  "x * sigmoid(x)",
  "1 - 2 / x",
  "where(x > 0, 1, 0.5) * x",
  "x * tanh(softplus(x))",
  "2^x + (x >= 1) * 3 + (x != 0) * x",
  "clip(exp(-x), -1, 1) - log1p(abs(x))",
  "class = 2; new = 1; class * x + new",
])("of %s computes what the formula does, and has its slope", async (text) => {
  const understood = understandFormula(text);
  const mine = await activationOf(pluginSource(understood));
  const places = [-2.5, -1, -0.25, 0.5, 1, 3];
  const layer = {
    kind: "test",
    apply: ([x]: readonly [tensor.Tensor], scope: Parameters<Activation["apply"]>[1]) => mine.apply(x, scope),
  };
  const x = tensor.constant(places, "float64");
  const starts = new Map(understood.trained.map(({ name, start }) => [name, tensor.constant(start, "float64")]));
  const { outputs } = trace(layer, [x], { training: false, dtype: "float64", tensors: starts });
  const [y] = outputs as readonly [tensor.Tensor];
  const [values, slopes] = evaluate([y, ...gradient(y.sum(), [x])]);
  const expected = understood.at(Float64Array.from(places));
  expect([...(values?.data ?? [])]).toEqual([...expected.values]);
  expect([...(slopes?.data ?? [])]).toEqual([...expected.slopes]);
});
