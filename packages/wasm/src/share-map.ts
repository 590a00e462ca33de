import { cut } from "./cut";
import type { Cursor, MapLayout } from "./map-layout";
import { advance } from "./pointer";

/**
 * One of several shares of a kernel that together do what the whole does, to the same bits: of its rows where no sink adds rows up,
 * of its columns where each is on its own. Undefined where neither holds.
 */
export function shareMap(layout: MapLayout, part: number, parts: number): MapLayout | undefined {
  const { members, sides, columns, writes, kernel } = layout;
  const sinks = members.filter((m) => m.form === "sink").map((m) => writes.get(m.node) as Cursor);
  const [rows] = sides;
  if (rows !== undefined && rows >= parts && sinks.every(({ outer }) => outer[0] !== 0)) {
    const [from, to] = cut(rows, 1, part, parts);
    return shifted({ ...layout, sides: [to - from, ...sides.slice(1)] }, (c) => from * (c.outer[0] as number));
  }
  const apart = sinks.every(({ inner, outer }) => inner === 1 && outer.every((stride) => stride === 0));
  if (kernel.split === undefined && apart && columns >= 16 * parts) {
    const [from, to] = cut(columns, 16, part, parts);
    return shifted({ ...layout, columns: to - from }, (c) => from * c.inner);
  }
  return undefined;
}

function shifted(layout: MapLayout, by: (cursor: Cursor) => number): MapLayout {
  const { reads, writes, counts } = layout;
  const pointers = [...layout.pointers];
  for (const cursor of new Map([...reads.values(), ...writes.values()].map((c) => [c.parameter, c])).values()) {
    const pointer = pointers[cursor.parameter];
    if (pointer) pointers[cursor.parameter] = advance(pointer, by(cursor));
  }
  const moved = [...counts].map(([node, c]) => [node, { ...c, start: c.start + by(c) }] as const);
  return { ...layout, pointers, counts: new Map(moved) };
}
