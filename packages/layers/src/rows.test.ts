import { gelu, prelu, softmax } from "@neurite/activations";
import { type AnyLayer, trace } from "@neurite/plugin";
import {
  constant,
  type DType,
  evaluate,
  gradient,
  input,
  keyTensor,
  read,
  rowTemplate,
  type Shape,
  seedKey,
  uniform,
} from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { add } from "./add";
import { batchNormalization } from "./batch-normalization";
import { concatenate } from "./concatenate";
import { dense } from "./dense";
import { dropout } from "./dropout";
import { embedding } from "./embedding";
import { flatten } from "./flatten";
import { layerNormalization } from "./layer-normalization";
import { residual } from "./residual";

interface Case {
  readonly title: string;
  readonly layer: AnyLayer;
  /** The shape of one row, for each of the inputs. */
  readonly shapes: readonly Shape[];
  readonly dtype?: DType;
}

const layers: readonly Case[] = [
  { title: "dense", layer: dense({ units: 3, activation: gelu() }), shapes: [[4]] },
  { title: "dense on three axes", layer: dense({ units: 3, activation: softmax() }), shapes: [[5, 4]] },
  { title: "dense with prelu", layer: dense({ units: 3, activation: prelu({ perChannel: true }) }), shapes: [[4]] },
  { title: "dropout", layer: dropout({ rate: 0.5 }), shapes: [[4]] },
  { title: "flatten", layer: flatten(), shapes: [[4, 3, 2]] },
  { title: "flatten of single numbers", layer: flatten(), shapes: [[]] },
  { title: "embedding", layer: embedding({ categories: 4, units: 3 }), shapes: [[]], dtype: "int32" },
  { title: "embedding of a list", layer: embedding({ categories: 4, units: 3 }), shapes: [[5]], dtype: "int32" },
  { title: "batchNormalization", layer: batchNormalization(), shapes: [[4]] },
  { title: "batchNormalization on three axes", layer: batchNormalization(), shapes: [[5, 4]] },
  { title: "layerNormalization", layer: layerNormalization(), shapes: [[5, 4]] },
  { title: "add", layer: add(), shapes: [[4], [1]] },
  { title: "concatenate", layer: concatenate(), shapes: [[4], [2], [1]] },
  {
    title: "concatenate along the middle",
    layer: concatenate({ axis: 1 }),
    shapes: [
      [4, 2],
      [1, 2],
    ],
  },
  { title: "residual", layer: residual(dense({ units: 4 })), shapes: [[4]] },
];

/** The outputs of a layer, and in training the next state and the gradients too. */
function graphOf(layer: AnyLayer, shapes: readonly Shape[], dtype: DType, training: boolean, rows: number) {
  const inputs = shapes.map((shape, i) => input(`x${i}`, { shape: [rows, ...shape], dtype }));
  const key = keyTensor(seedKey(3));
  const { outputs, parameters, state, updates } = trace(layer, inputs, { training, dtype: "float64", key });
  const held = [...parameters.values(), ...state.values()].map(({ tensor }) => tensor);
  const loss = outputs.reduce((sum, y) => sum.add(y.mul(y).mean()), constant(0, "float64"));
  const learnt = [...parameters.values()].map(({ tensor }) => tensor);
  const extra = training ? [...updates.values(), ...gradient(loss, learnt)] : [];
  return { inputs: [...inputs, ...held], outputs: [...outputs, ...extra] };
}

describe.each(layers)("$title", ({ layer, shapes, dtype = "float64" }) => {
  it.each([false, true])("follows the number of rows (training: %s)", (training) => {
    const graph = (rows: number) => graphOf(layer, shapes, dtype, training, rows);
    const written = rowTemplate(graph, { perRow: 1 });
    const [direct, again] = [graph(5), read(written, 5)];
    const values = direct.inputs.map(({ shape, dtype: type }, i) => {
      const numbers = uniform(keyTensor(seedKey(i)), shape, "float64");
      return evaluate([type === "int32" ? numbers.mul(4).cast("int32") : numbers])[0];
    });
    const run = ({ inputs, outputs }: typeof direct | typeof again) =>
      evaluate(
        outputs,
        new Map(inputs.map((t, i) => [t, values[i] ?? { shape: [], dtype: "bool", data: new Uint8Array(1) }])),
      );
    expect(run(again)).toEqual(run(direct));
  });
});
