import { isFloat, type Value } from "@neurite/tensor";
import type { AnyLayer } from "../layer";
import type { Registry } from "../registry";
import { applyLayer, type LayerSubject, typesOf } from "./applied";
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
  const network = () => learner({ make, inputs }, harness);
  const weightsOf = (model: HarnessModel): readonly Value[] => [...model.weights.values()];

  /** Two epochs more; a network that has nothing to learn stays as it is. */
  const train = (model: HarnessModel): Promise<HarnessModel> | HarnessModel => {
    const answers = predict(model);
    if (!learns({ make: network, inputs }) || !answers.every(({ dtype }) => isFloat(dtype))) return model;
    const targets = answers.map((answer, i) => sampleValue(`target ${i}`, answer));
    return harness.fit(model, { inputs: given, targets }, { epochs: 2, seed: 1 });
  };
  const trained = () => train(harness.createModel(network(), { inputs: rowTypes, seed: 1 }));

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

/** Whether a layer asks for parameters that training may change. */
function learns(subject: LayerSubject): boolean {
  const options = { dtype: "float32", training: true } as const;
  const { parameters } = applyLayer(subject.make(), typesOf(subject, "float32"), options).trace;
  return [...parameters.values()].some(({ spec }) => spec.trainable !== false);
}

/** A layer, with one that learns behind it where it cannot learn itself, so that its state is trained too; as it is where none fits behind. */
function learner(subject: LayerSubject, { hostLayer, sequential }: Harness): AnyLayer {
  const layer = subject.make();
  if (learns(subject) || subject.inputs.length > 1) return layer;
  const options = { dtype: "float32", training: false } as const;
  const { outputs } = applyLayer(layer, typesOf(subject, "float32"), options).trace;
  const [output, ...others] = outputs;
  const fits = output !== undefined && others.length === 0 && output.dtype === "float32" && output.shape.length > 1;
  return fits ? sequential([layer, hostLayer({ units: 1 })]) : layer;
}
