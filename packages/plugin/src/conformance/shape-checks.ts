import {
  type DType,
  evaluate,
  formatShape,
  formatType,
  input,
  isFloat,
  keyTensor,
  NeuriteError,
  rowTemplate,
  type Shape,
  type Value,
} from "@neurite/tensor";
import { trace } from "../trace";
import { applyLayer, type LayerSubject, typesOf } from "./applied";
import type { Check } from "./finding";
import { firstApart, sampleKey, sampleValue } from "./sample-values";

/** The checks of what comes out: its shape, its dtype, and that each row stands for itself. */
export function shapeChecks(subject: LayerSubject): readonly Check[] {
  return [
    { name: "shapes", run: () => [...parameterFaults(subject), ...templateFaults(subject), ...axisFaults(subject)] },
    { name: "dtypes", run: () => (["float32", "float64"] as const).flatMap((dtype) => dtypeFaults(subject, dtype)) },
    { name: "rows", run: () => rowFaults(subject) },
    ...(subject.lastAxisOnly ? [{ name: "broadcasting", run: () => stepFaults(subject) }] : []),
  ];
}

/** Whether it fits any number of rows, and gives as many as it takes. */
function templateFaults(subject: LayerSubject): readonly string[] {
  const layer = subject.make();
  const outputs = applyLayer(layer, typesOf(subject, "float32"), { dtype: "float32", training: false }).trace.outputs;
  for (const training of [false, true]) {
    rowTemplate(
      (rows) => {
        const inputs = typesOf(subject, "float32", rows).map((type, i) => input(`input ${i}`, type));
        const options = { training, dtype: "float32" as const, ...(training && { key: keyTensor(sampleKey("step")) }) };
        const traced = trace(layer, inputs, options);
        const held = [...traced.parameters.values(), ...traced.state.values()].map(({ tensor }) => tensor);
        return { inputs: [...inputs, ...held], outputs: [...traced.outputs, ...traced.updates.values()] };
      },
      { perRow: outputs.length, subject: training ? `${layer.kind} while training` : layer.kind },
    );
  }
  return [];
}

/** Whether parameters have one shape, however many rows there are. */
function parameterFaults(subject: LayerSubject): readonly string[] {
  const slotsAt = (rows: number) => {
    const { trace: traced } = applyLayer(subject.make(), typesOf(subject, "float32", rows), {
      dtype: "float32",
      training: false,
    });
    return new Map([...traced.parameters, ...traced.state].map(([path, { tensor }]) => [path, formatType(tensor)]));
  };
  const [few, many] = [slotsAt(3), slotsAt(5)];
  return [...few].flatMap(([path, type]) =>
    many.get(path) === type
      ? []
      : [
          `the parameter "${path}" is ${type} for 3 rows and ${many.get(path)} for 5. Take its shape from the other axes.`,
        ],
  );
}

function axisFaults(subject: LayerSubject): readonly string[] {
  if (!subject.lastAxisOnly) return [];
  const shapes = [
    [3, 4],
    [3, 1],
    [3, 2, 4],
  ];
  return shapes.flatMap((shape) => {
    const got = shapeAfter(subject, shape);
    return got === undefined || (got.length === shape.length && got.slice(0, -1).join() === shape.slice(0, -1).join())
      ? []
      : [`an activation may change the last axis only: ${formatShape(shape)} became ${formatShape(got)}.`];
  });
}

/** Whether an activation does to tables of steps, as layers for sequences have them, what it does to rows. */
function stepFaults(subject: LayerSubject): readonly string[] {
  const [rows, steps] = [
    [6, 4],
    [3, 2, 4],
  ].map((shape) => {
    const given = { ...sampleValue("input 0", { shape: [6, 4], dtype: "float32" }), shape };
    const applied = applyLayer(subject.make(), [given], { dtype: "float32", training: false, given: [given] });
    return evaluate(applied.trace.outputs, applied.values) as readonly Value[];
  });
  const [ofRows, ofSteps] = [rows?.[0]?.data ?? [], steps?.[0]?.data ?? []];
  const at = firstApart(ofRows, ofSteps, 1e-5);
  return at < 0
    ? []
    : [
        `for [6, 4] number ${at} is ${ofRows[at]}, for the same numbers as [3, 2, 4] it is ${ofSteps[at]}. Work element by element, or along the last axis; parameters take its size.`,
      ];
}

/** The shape that comes out for one that goes in; none where one unit is too few, as for an activation of pairs. */
function shapeAfter(subject: LayerSubject, shape: Shape): Shape | undefined {
  try {
    const types = [{ shape, dtype: "float32" as const }];
    return applyLayer(subject.make(), types, { dtype: "float32", training: false }).trace.outputs[0]?.shape ?? [];
  } catch (error) {
    if (shape.at(-1) === 1 && error instanceof NeuriteError && error.code === "bad-shape") return undefined;
    throw error;
  }
}

function dtypeFaults(subject: LayerSubject, dtype: DType): readonly string[] {
  const faults = [false, true].flatMap((training) => {
    const mode = training ? `${dtype} while training` : dtype;
    try {
      const { trace: traced } = applyLayer(subject.make(), typesOf(subject, dtype), { dtype, training });
      const isOdd = (got: DType) => got !== dtype && (isFloat(got) || subject.lastAxisOnly === true);
      const odd = traced.outputs.find((output) => isOdd(output.dtype));
      return odd ? [`asked for ${mode}, it gives ${odd.dtype}. Leave the dtype as it comes in.`] : [];
    } catch (error) {
      if (!(error instanceof NeuriteError && error.code === "bad-dtype")) throw error;
      return [`asked for ${mode}, it fails: ${error.message} Take x.dtype or scope.dtype for new numbers.`];
    }
  });
  return faults.slice(0, 1); // what is wrong while predicting is wrong while training too
}

/** Whether the answer for a row depends on the other rows or on where it stands: `predict` puts rows together as it likes. */
function rowFaults(subject: LayerSubject): readonly string[] {
  const rows = subject.inputs[0]?.shape[0] ?? 1;
  const answers = (from: number, to: number): readonly Value[] => {
    const types = typesOf(subject, "float32", to - from);
    const given = types.map((type, i) =>
      rowsOf(sampleValue(`input ${i}`, { ...type, shape: [rows, ...type.shape.slice(1)] }), from, to),
    );
    const applied = applyLayer(subject.make(), types, { dtype: "float32", training: false, given });
    return evaluate(applied.trace.outputs, applied.values);
  };
  const together = answers(0, rows);
  for (let row = 0; row < rows; row++) {
    for (const [i, alone] of answers(row, row + 1).entries()) {
      const among = rowsOf(together[i] as Value, row, row + 1);
      const at = firstApart(alone.data, among.data, 1e-5);
      if (at < 0) continue;
      return [
        `row ${row} alone gives ${alone.data[at]}, among other rows ${among.data[at]} (number ${at}). Work along the axes after the first.`,
      ];
    }
  }
  return [];
}

function rowsOf({ shape, dtype, data }: Value, from: number, to: number): Value {
  const width = data.length / (shape[0] || 1);
  return { shape: [to - from, ...shape.slice(1)], dtype, data: data.slice(from * width, to * width) };
}
