import { isFloat, type Value } from "@neurite/tensor";
import type { Registry } from "../registry";
import type { LayerSubject } from "./applied";
import type { Check } from "./finding";
import type { Harness, HarnessModel } from "./harness";
import { allSameBits, sampleValue } from "./sample-values";

/** What the file checks work on: a network that holds the kind, and a registry that knows it. */
export interface FileSubject extends Pick<LayerSubject, "make" | "inputs"> {
  readonly kind: string;
  registry(): Registry;
  /** For kinds of neurite itself, which are always there. */
  readonly builtin: boolean;
}

/** The checks that a model with the kind trains, survives a file, with its plugin and (by its expression) without, and trains on. */
export function fileChecks({ make, inputs, kind, registry, builtin }: FileSubject, harness: Harness): readonly Check[] {
  const given = inputs.map((type, i) => sampleValue(`input ${i}`, type));
  const rowTypes = inputs.map(({ shape, dtype }) => ({ shape: shape.slice(1), dtype }));
  const predict = (model: HarnessModel) => model.predictAll(given);
  const weightsOf = (model: HarnessModel): readonly Value[] => [...model.weights.values()];

  /** Two epochs more; a network that has no weights, or no numbers to learn, stays as it is. */
  const train = (model: HarnessModel): Promise<HarnessModel> | HarnessModel => {
    const answers = predict(model);
    if (model.weights.size === 0 || !answers.every(({ dtype }) => isFloat(dtype))) return model;
    const targets = answers.map((answer, i) => sampleValue(`target ${i}`, answer));
    return harness.fit(model, { inputs: given, targets }, { epochs: 2, seed: 1 });
  };
  const trained = () => train(harness.createModel(make(), { inputs: rowTypes, seed: 1 }));

  const survives = async (bare: boolean): Promise<readonly string[]> => {
    const where = bare ? "Loaded where its plugin is missing" : "Loaded again";
    const model = await trained();
    const known = registry();
    const loaded = harness.load(harness.save(model, known), bare ? harness.registry() : known, "expression");
    if (!allSameBits(weightsOf(model), weightsOf(loaded))) return [`${where}, it has other weights.`];
    if (!allSameBits(predict(model), predict(loaded))) {
      return [`${where}, it predicts other numbers. Put every option into config, and use inputs and scope only.`];
    }
    const [on, off] = [await train(model), await train(loaded)];
    return allSameBits(weightsOf(on), weightsOf(off)) ? [] : [`${where} and trained on, it learns other numbers.`];
  };

  const training: Check = {
    name: "training",
    run: async () => {
      const [once, again] = [await trained(), await trained()];
      const odd = [...once.weights].find(([, { data }]) => data.some((n: number) => !Number.isFinite(n)));
      if (odd) return [`after 2 epochs the parameter "${odd[0]}" is not finite.`];
      return allSameBits(weightsOf(once), weightsOf(again))
        ? []
        : ["trained twice with one seed, it learnt other numbers."];
    },
  };
  const withPlugin: Check = { name: "save and load", run: () => survives(false) };
  if (builtin) return [training, withPlugin];
  return [
    training,
    withPlugin,
    { name: "load without the plugin", run: () => survives(true) },
    {
      name: "refusal without the plugin",
      run: async () => {
        const bytes = harness.save(await trained(), registry());
        try {
          harness.load(bytes, harness.registry(), "error");
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          return message.includes(`"${kind}"`)
            ? []
            : [`refused where its plugin is missing, but without its name: ${message}`];
        }
        return [
          `under missing: "error" the file should be refused, but it loads. The network does not hold "${kind}".`,
        ];
      },
    },
  ];
}
