/** Where the line `a · x + b · y + c = 0` enters and leaves the square from −1.4 to 1.4; nothing where it misses it. */
export function boundaryEnds(
  a: number,
  b: number,
  c: number,
): readonly [readonly [number, number], readonly [number, number]] | undefined {
  const most = 1.4;
  const points = [-most, most].flatMap((edge): (readonly [number, number])[] => [
    [edge, -(c + a * edge) / b],
    [-(c + b * edge) / a, edge],
  ]);
  const [first, ...others] = points.filter(([x, y]) => Math.abs(x) <= most + 1e-9 && Math.abs(y) <= most + 1e-9);
  const last = others.find(([x, y]) => first && (Math.abs(x - first[0]) > 1e-9 || Math.abs(y - first[1]) > 1e-9));
  return first && last ? [first, last] : undefined;
}
