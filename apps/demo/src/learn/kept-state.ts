// What a chapter's picture looked like when the reader left it: kept on this machine, nowhere else, for the page after the last task.
import type { ChapterNumber } from "./chapters";

const keyOf = (chapter: ChapterNumber) => `neurite-chapter-${chapter}`;

export const keptState = {
  /** Keeps a chapter's state: plain data, small. */
  keep(chapter: ChapterNumber, state: unknown): void {
    try {
      localStorage.setItem(keyOf(chapter), JSON.stringify(state));
    } catch {
      // a page that may not remember still works
    }
  },
  /** What was kept, if `parse` finds it whole; it may have been written by another version of the site, or by anyone. */
  read<State>(chapter: ChapterNumber, parse: (kept: unknown) => State | undefined): State | undefined {
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
