// The chapters; the code of each comes when it is opened.
export const chapterNumbers = [1, 2, 3, 4, 5, 6] as const;

export type ChapterNumber = (typeof chapterNumbers)[number];

export const chapters = {
  1: () => import("./straight-line/straight-line.svelte"),
  2: () => import("./what-it-misses/what-it-misses.svelte"),
  3: () => import("./one-neuron/one-neuron.svelte"),
  4: () => import("./forward-propagation/forward-propagation.svelte"),
  5: () => import("./repetition/repetition.svelte"),
  6: () => import("./scale/scale.svelte"),
} satisfies Record<ChapterNumber, () => Promise<unknown>>;

/** The tasks of each chapter. */
export const tasksOf: Readonly<Record<ChapterNumber, readonly string[]>> = {
  1: ["1a", "1b"],
  2: ["2a", "2b"],
  3: ["3a", "3b"],
  4: ["4a", "4b"],
  5: ["5a", "5b"],
  6: ["6"],
};

/** The chapter that a part of the address names; the first where it names none. */
export function chapterOf(text: string): ChapterNumber {
  return chapterNumbers.find((number) => String(number) === text) ?? 1;
}
