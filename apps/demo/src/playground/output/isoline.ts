// Where a picture of the plane has one value: marching squares, each cell by itself.

/** From one place to another, in cells of the grid. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** The line of a level through a square grid of `side` places. */
export function isoline(values: ArrayLike<number>, side: number, level: number): readonly Segment[] {
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const at = (x: number, y: number) => (values[(row + y) * side + column + x] as number) - level;
      const corners = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)] as const;
      const crossings = crossingsOf(corners).map(([x, y]) => [column + x, row + y] as const);
      // two crossings are one piece, four are a saddle: two pieces
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [from, to] = [crossings[i], crossings[i + 1]];
        if (from && to) segments.push([...from, ...to]);
      }
    }
  }
  return segments;
}

const places = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** Where the sides of a cell are crossed, in order around it. */
function crossingsOf(corners: readonly number[]): readonly (readonly [number, number])[] {
  return places.flatMap(([x, y], i) => {
    const [a, b] = [corners[i] as number, corners[(i + 1) % 4] as number];
    if (a > 0 === b > 0 || !Number.isFinite(a) || !Number.isFinite(b)) return [];
    const [toX, toY] = places[(i + 1) % 4] as readonly [number, number];
    const share = a / (a - b);
    return [[x + share * (toX - x), y + share * (toY - y)] as const];
  });
}
