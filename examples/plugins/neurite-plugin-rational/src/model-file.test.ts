// What users of a model see, with this package and without.
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
import { describe, expect, it } from "vitest";
import { version } from "../package.json";
import { pade } from "./pade";
import { plugin } from "./plugin";

const inputs = [
  [0, 1],
  [1, 2],
  [2, 1],
  [3, 5],
  [4, 0],
];
const data = { inputs, targets: [[1], [0], [2], [4], [1]] };
const options = { loss: meanSquaredError, optimizer: adam(), learningRate: 0.01, batchSize: 2, epochs: 15, seed: 2 };
const known = createRegistry({ plugins: [builtins, plugin] });
const bare = createRegistry({ plugins: [builtins] });
const bits = (model: Model) => [...model.weights].map(([path, { data: numbers }]) => [path, ...numbers]);
const answers = (model: Model) => [...model.predict(inputs).data];

async function trained(): Promise<Model> {
  const hidden = [
    dense({ units: 5, activation: pade() }),
    dense({ units: 3, activation: pade({ start: "tanh", perColumn: true }) }),
  ];
  return (await fit(sequential([...hidden, dense({ units: 1 })]), data, options)).model;
}

describe("a model with pade", () => {
  it("learns its coefficients", async () => {
    const learnt = [...(await trained()).weights].find(([path]) => path.endsWith("denominator"));
    expect(learnt?.[1].data).not.toEqual(Float32Array.of(0, 0.1065288228, 0, 0.000550175206));
  });

  it("loads with its plugin to the same bits, and trains on with the same bits", async () => {
    const model = await trained();
    const loaded = load(save(model, { registry: known }), { registry: known });
    expect(bits(loaded)).toEqual(bits(model));
    expect(answers(loaded)).toEqual(answers(model));
    const [on, off] = [await fit(model, data, options), await fit(loaded, data, options)];
    expect(bits(off.model)).toEqual(bits(on.model));
    expect(bits(off.model)).not.toEqual(bits(model));
  });

  it("loads without its plugin to the same bits, says so, and trains on with the same bits", async () => {
    const model = await trained();
    const warnings: string[] = [];
    const loaded = load(save(model, { registry: known }), {
      registry: bare,
      onWarning: ({ message }) => warnings.push(message),
    });
    expect(answers(loaded)).toEqual(answers(model));
    expect(warnings.some((message) => message.includes("rational/pade"))).toBe(true);
    for (const message of warnings) {
      expect(message).toContain("neurite-plugin-rational");
      expect(message).toContain(version);
    }
    const [on, off] = [await fit(model, data, options), await fit(loaded, data, options)];
    expect(bits(off.model)).toEqual(bits(on.model));
  });

  it("is refused by the names of kind and package under missing: error", async () => {
    const file = save(await trained(), { registry: known });
    const refuse = () => load(file, { registry: bare, missing: "error" });
    expect(refuse).toThrow(NeuriteError);
    expect(refuse).toThrow('"rational/pade"');
    expect(refuse).toThrow("neurite-plugin-rational");
  });
});
