// A plugin by a stranger: made from the README, using only @neurite/plugin and @neurite/tensor.
import {
  adam,
  builtins,
  createRegistry,
  dense,
  fit,
  load,
  type Model,
  meanSquaredError,
  NeuriteError,
  save,
  sequential,
} from "neurite";
import { testPlugin } from "neurite/testing";
import { describe, expect, it, test } from "vitest";
import { acme, noisyScale, snake } from "./src/index";

const inputs = [
  [0, 1],
  [1, 2],
  [2, 1],
  [3, 5],
  [4, 0],
];
const data = { inputs, targets: [[1], [0], [2], [4], [1]] };
const options = { loss: meanSquaredError, optimizer: adam(), learningRate: 0.01, batchSize: 2, epochs: 15, seed: 2 };
const known = createRegistry({ plugins: [builtins, acme] });
const bare = createRegistry({ plugins: [builtins] });
const bits = (model: Model) => [...model.weights].map(([path, { data: numbers }]) => [path, ...numbers]);
const answers = (model: Model) => [...model.predict(inputs).data];

async function trained(): Promise<Model> {
  const network = sequential([dense({ units: 5, activation: snake(0.7) }), noisyScale(), dense({ units: 1 })]);
  return (await fit(network, data, options)).model;
}

describe("a plugin package", () => {
  it("trains, saves, and loads with its registry to the same bits", async () => {
    const model = await trained();
    const loaded = load(save(model, { registry: known }), { registry: known });
    expect(bits(loaded)).toEqual(bits(model));
    expect(answers(loaded)).toEqual(answers(model));
  });

  it("loads where it is not installed with the same bits, says so, and trains on with the same bits", async () => {
    const model = await trained();
    const warnings: string[] = [];
    const loaded = load(save(model, { registry: known }), {
      registry: bare,
      onWarning: ({ message }) => warnings.push(message),
    });
    expect(answers(loaded)).toEqual(answers(model));
    const kinds = ["acme/filled", "acme/noisyScale", "acme/snake"];
    for (const message of warnings) {
      expect(kinds.some((kind) => message.includes(kind))).toBe(true);
      expect(message).toContain("neurite-plugin-acme 1.2.3");
    }
    expect(warnings.length).toBeGreaterThanOrEqual(2);
    const [with_, without] = [await fit(model, data, options), await fit(loaded, data, options)];
    expect(bits(without.model)).toEqual(bits(with_.model));
    expect(bits(without.model)).not.toEqual(bits(model));
  });

  it("is refused by name and with the remedy under missing: error", async () => {
    const file = save(await trained(), { registry: known });
    let refused: unknown;
    try {
      load(file, { registry: bare, missing: "error" });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(NeuriteError);
    expect(refused).toMatchObject({ code: "unknown-kind" });
    expect(String(refused)).toContain('"acme/snake"');
    expect(String(refused)).toContain(
      'Run npm install neurite-plugin-acme@1.2.3, import { plugin } from "neurite-plugin-acme" and pass it: createRegistry({ plugins: [builtins, plugin] }).',
    );
  });
});

describe("the conformance kit", () => {
  testPlugin(acme, {
    test,
    kinds: {
      "acme/filled": { config: { number: 2 } },
      "acme/noisyScale": { config: { noise: 0.1 } },
      "acme/snake": { config: { start: 0.7 } },
    },
  });
});
