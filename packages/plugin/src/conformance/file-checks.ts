import { type Type, type Value, value } from "@neurite/tensor";
import type { AnyLayer } from "../layer";
import type { Registry } from "../registry";
import type { Check } from "./finding";
import type { Harness, HarnessModel } from "./harness";
import { sameBits, sampleValue } from "./sample-values";

/** What the file checks work on: a network that holds the kind, and a registry that knows it. */
export interface FileSubject {
  network(): AnyLayer;
  readonly inputs: readonly Type[];
  readonly registry: Registry;
}

/** The checks that a model with the kind survives a file, with its plugin and (by its expression) without, and trains on. */
export function fileChecks({ network, inputs, registry }: FileSubject, harness: Harness): readonly Check[] {
  const rows = inputs[0]?.shape[0] ?? 0;
  const given = inputs.map((type, i) => sampleValue(`input ${i}`, type));
  const types = inputs.map(({ shape, dtype }) => ({ shape: shape.slice(1), dtype }));
  const start = () => harness.createModel(network(), { inputs: types, seed: 1 });
  const same = (a: HarnessModel, b: HarnessModel) => {
    const [x, y] = [a.predictAll(given), b.predictAll(given)];
    return x.every((v, i) => sameBits(v, y[i] as Value));
  };
  const trainOn = (model: HarnessModel | AnyLayer) => {
    const [output] = start().predictAll(given);
    const targets: Value = value(new Float32Array(output?.data.length ?? rows), { shape: output?.shape ?? [rows] });
    return harness.fit(model, { inputs: given, targets: [targets] }, { epochs: 2, seed: 1 });
  };
  return [
    {
      name: "save and load",
      run: () => {
        const model = start();
        return same(model, harness.load(harness.save(model), registry))
          ? []
          : ["loaded again, it predicts other numbers."];
      },
    },
    {
      name: "load without the plugin",
      run: async () => {
        const model = start();
        const bare = harness.load(harness.save(model), harness.builtins);
        if (!same(model, bare)) return ["loaded where its plugin is missing, it predicts other numbers."];
        if (model.weights.size === 0) return [];
        const [on, off] = [await trainOn(model), await trainOn(bare)];
        return same(on, off) ? [] : ["trained on where its plugin is missing, it learns other numbers."];
      },
    },
  ];
}
