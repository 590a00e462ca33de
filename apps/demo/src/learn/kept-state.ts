// What a chapter's picture looked like when the reader left it: kept on this machine, nowhere else, for the page after the last task.
// A lesson begins as its link says, for every student alike: what was left before is not looked at, and stays as it is.
import { parseLesson } from "../lesson/lesson";
import { parseRoute } from "../site/route";
import type { ChapterNumber } from "./chapters";

const keyOf = (chapter: ChapterNumber) => `neurite-chapter-${chapter}`;

function inLesson(): boolean {
  const route = parseRoute(location.hash);
  return route !== undefined && parseLesson(route.query) !== undefined;
}

export const keptState = {
  /** Keeps a chapter's state: plain data, small. */
  keep(chapter: ChapterNumber, state: unknown): void {
    if (inLesson()) return;
    try {
      localStorage.setItem(keyOf(chapter), JSON.stringify(state));
    } catch {
      // a page that may not remember still works
    }
  },
  /** What was kept, if `parse` finds it whole; it may have been written by another version of the site, or by anyone. */
  read<State>(chapter: ChapterNumber, parse: (kept: unknown) => State | undefined): State | undefined {
    if (inLesson()) return undefined;
    try {
      const kept = localStorage.getItem(keyOf(chapter));
      return kept === null ? undefined : parse(JSON.parse(kept));
    } catch {
      return undefined;
    }
  },
};

/** A list of finite numbers of this length, or nothing. */
export function numbersIn(kept: unknown, length: number): readonly number[] | undefined {
  const whole = Array.isArray(kept) && kept.length === length && kept.every((x) => Number.isFinite(x));
  return whole ? (kept as readonly number[]) : undefined;
}

/** A field of a kept object; undefined where there is no such object. */
export function fieldOf(kept: unknown, field: string): unknown {
  return typeof kept === "object" && kept !== null && Object.hasOwn(kept, field)
    ? (kept as Readonly<Record<string, unknown>>)[field]
    : undefined;
}
