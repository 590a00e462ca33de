// What a network does to the plane: the value of every neuron over a grid, and the answer for every row of the set.
import { type AnyLayer, type Backend, type Model, tensor, trace, type Value, value } from "neurite";
import { type PlaneSet, rowCount } from "../sets/plane-set";

/** The grid has this many places in both directions. */
export const gridSide = 33;

/** How a network with its weights looks. */
export interface Look {
  /** Of each layer, of each neuron, its value over the grid, row by row from the top left; the last layer is the answer. */
  readonly pictures: readonly (readonly Float32Array[])[];
  /** The answer for each row of the set. */
  readonly answers: Float32Array;
}

/** Where the places of the grid are: from -reach to reach, the first row at the top. */
export function gridPlace(index: number, reach: number): readonly [number, number] {
  const [row, column] = [Math.floor(index / gridSide), index % gridSide];
  const step = (2 * reach) / (gridSide - 1);
  return [-reach + column * step, reach - row * step];
}

/** A function from weights to looks, compiled once for a network and a set. */
export function createLooker(network: AnyLayer, set: PlaneSet, backend: Backend) {
  const places = gridSide * gridSide;
  const rows = rowCount(set);
  const points = new Float32Array(2 * (places + rows));
  for (let i = 0; i < places; i++) points.set(gridPlace(i, set.reach), 2 * i);
  for (let row = 0; row < rows; row++) {
    points[2 * (places + row)] = set.inputs[0].values[row] as number;
    points[2 * (places + row) + 1] = set.inputs[1].values[row] as number;
  }
  const inputs = tensor.constant(value(points, { shape: [places + rows, 2], dtype: "float32" }));
  const { parameters, places: applied } = trace(network, [inputs], { training: false, dtype: "float32" });
  const layers = applied.filter(({ category, applied: { kind } }) => category === "layer" && kind === "dense");
  const state = Object.fromEntries([...parameters].map(([path, slot]) => [path, slot.tensor]));
  const outputs = Object.fromEntries(layers.map(({ outputs: [out] }, i) => [String(i), out as tensor.Tensor]));
  const executable = backend.compile({ state, entries: { look: { inputs: {}, outputs, updates: {} } } });

  return (weights: Model["weights"]): Look => {
    for (const [path, held] of weights) executable.write(path, held);
    const results = executable.run("look");
    const values = layers.map((_, i) => results[String(i)] as Value);
    return {
      pictures: values.map(({ data, shape }) => columns(data, shape[1] as number, places)),
      answers: Float32Array.from((values.at(-1) as Value).data.subarray(places)),
    };
  };
}

function columns(data: ArrayLike<number>, units: number, places: number): readonly Float32Array[] {
  return Array.from({ length: units }, (_, unit) =>
    Float32Array.from({ length: places }, (_, place) => data[place * units + unit] as number),
  );
}
