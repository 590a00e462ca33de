// Where inputs, neurons and biases stand in a picture of so many pixels.
import type { DrawnNetwork } from "./drawn-network";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly Place[];
  /** Of each layer, its neurons. */
  readonly layers: readonly (readonly Place[])[];
  /** The small square "1" that the biases of a layer come from, below the column before it. */
  readonly ones: readonly (Place | undefined)[];
  /** From a neuron to the one below. */
  readonly spacing: number;
  /** How large a neuron may be, so that there is room for wires between two columns. */
  readonly radius: number;
}

const rowHeight = 104;
const margin = 44;

/** Columns from left to right, as high as the fullest of them; a bias takes a place below the column that it stands in. */
export function layOut({ inputs, layers }: DrawnNetwork, width: number): DiagramLayout {
  const counts = [inputs.length, ...layers.map(({ neurons }) => neurons.length)];
  const biased = layers.map(({ neurons }) => neurons.some(({ bias }) => bias !== undefined));
  const slots = counts.map((count, column) => count + (biased[column] ? 1 : 0));
  const most = Math.max(...slots);
  const spacing = Math.max(56, Math.min(rowHeight, 560 / most));
  const height = most * spacing + 24;
  const apart = counts.length === 1 ? 0 : (width - 2 * margin) / (counts.length - 1);
  const x = (column: number) => (counts.length === 1 ? width / 2 : margin + column * apart);
  const y = (column: number, at: number) => height / 2 + (at - ((slots[column] ?? 1) - 1) / 2) * spacing;
  const places = counts.map((count, column) =>
    Array.from({ length: count }, (_, at) => ({ x: x(column), y: y(column, at) })),
  );
  const [first = [], ...rest] = places;
  return {
    width,
    height,
    inputs: first,
    layers: rest,
    spacing,
    radius: apart === 0 ? 22 : Math.max(12, Math.min(22, apart / 3.2)),
    ones: layers.map((_, at) => (biased[at] ? { x: x(at), y: y(at, counts[at] ?? 0) } : undefined)),
  };
}
