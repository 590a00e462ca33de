// Points that the reader draws: kept on a grid of thousandths, so that they fit into an address.

/** A point with its group. */
export interface DrawnPoint {
  /** From -1 to 1. */
  readonly x: number;
  readonly y: number;
  readonly group: 0 | 1;
}

export const mostPoints = 200;
const half = 500;

/** The nearest place that an address can name. */
export function onGrid(place: number): number {
  return Math.round(Math.min(1, Math.max(-1, place)) * half) / half;
}

/** Five signs a point: two in base 36 for each place, and a or b for the group. */
export function pointsText(points: readonly DrawnPoint[]): string {
  const place = (at: number) =>
    Math.round((at + 1) * half)
      .toString(36)
      .padStart(2, "0");
  return points.map(({ x, y, group }) => `${place(x)}${place(y)}${group === 1 ? "a" : "b"}`).join("");
}

/** The points of a text; what is none is left out. */
export function pointsOf(text: string): readonly DrawnPoint[] {
  const points: DrawnPoint[] = [];
  for (const [, x = "", y = "", group] of text.slice(0, 5 * mostPoints).matchAll(/([0-9a-z]{2})([0-9a-z]{2})([ab])/g)) {
    const [across, up] = [x, y].map((part) => (Number.parseInt(part, 36) - half) / half) as [number, number];
    if (across <= 1 && up <= 1) points.push({ x: across, y: up, group: group === "a" ? 1 : 0 });
  }
  return points;
}

/** The points of a pasted text: two numbers and 1 or 2 in each line, parted by commas, semicolons or space. */
export function pastedPoints(text: string): readonly DrawnPoint[] {
  return text.split(/\r?\n/).flatMap((line): readonly DrawnPoint[] => {
    const cells = line.trim().split(/[\s,;]+/);
    const [x, y, group] = cells.map(Number);
    if (cells.length !== 3 || x === undefined || y === undefined || !(Math.abs(x) <= 1 && Math.abs(y) <= 1)) return [];
    if (group !== 1 && group !== 2) return [];
    return [{ x: onGrid(x), y: onGrid(y), group: group === 1 ? 1 : 0 }];
  });
}
