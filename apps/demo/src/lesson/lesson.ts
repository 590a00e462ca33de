// A lesson is a link: the task, what is to be reached, which controls are hidden and a small table stand behind the #, and are
// sent to nobody.
import { packText, unpackText } from "./packed-text";

export interface Lesson {
  /** What is to be done, in the teacher's words. */
  readonly task: string;
  /** Which held-out R² is to be reached; undefined where nothing is checked. */
  readonly goal: number | undefined;
  /** In how many steps at most. */
  readonly steps: number | undefined;
  /** Names of controls that are not shown. */
  readonly hide: readonly string[];
  /** A table as CSV text, packed; `unpackText` reads it. */
  readonly packedTable: string;
}

/** The parts of an address that belong to a lesson and not to the state of a page. */
export const lessonKeys = ["task", "goal", "steps", "hide", "csv", "embed"] as const;

/** How long a task may be, in characters. */
export const longestTask = 600;
/** How large a table may be, in bytes. */
export const largestTable = 8192;

/** The lesson of an address; undefined where it has none. What cannot be a number is left out: the goal of chapter 3 is a word. */
export function parseLesson(query: URLSearchParams): Lesson | undefined {
  const number = (key: string) => {
    const text = query.get(key) ?? "";
    const value = Number(text);
    return text.trim() !== "" && Number.isFinite(value) ? value : undefined;
  };
  const lesson: Lesson = {
    task: (query.get("task") ?? "").slice(0, longestTask),
    goal: number("goal"),
    steps: number("steps"),
    hide: (query.get("hide") ?? "").split(",").filter((name) => name !== ""),
    packedTable: query.get("csv") ?? "",
  };
  const isOne = lesson.task !== "" || lesson.goal !== undefined || lesson.hide.length > 0 || lesson.packedTable !== "";
  return isOne ? lesson : undefined;
}

/** What a teacher fills in. */
export interface LessonDraft {
  readonly task: string;
  readonly goal: string;
  readonly steps: string;
  readonly hide: readonly string[];
  readonly table: string;
}

/** The parts of an address for a lesson, added to the state of a page. */
export async function lessonQuery(draft: LessonDraft, state = new URLSearchParams()): Promise<URLSearchParams> {
  const query = new URLSearchParams(state);
  for (const key of lessonKeys) query.delete(key);
  const set = (key: string, text: string) => text.trim() !== "" && query.set(key, text.trim());
  set("task", draft.task.slice(0, longestTask));
  set("goal", draft.goal);
  set("steps", draft.steps);
  set("hide", draft.hide.join(","));
  if (draft.table.trim() !== "") query.set("csv", await packText(draft.table));
  return query;
}

/** The table of a lesson as text; undefined where there is none or it cannot be read. */
export async function lessonTable({ packedTable }: Lesson): Promise<string | undefined> {
  return packedTable === "" ? undefined : unpackText(packedTable, largestTable);
}
