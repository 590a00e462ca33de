// The points at which the plane is asked for its colour: rows from the top, each from the left.
import { edge } from "./boundary";
import type { Point } from "./corners";

export const gridSize = 33;

export const planeGrid: readonly Point[] = Array.from({ length: gridSize * gridSize }, (_, i) => {
  const at = (place: number) => (2 * edge * place) / (gridSize - 1) - edge;
  return [at(i % gridSize), -at(Math.floor(i / gridSize))];
});
