import { currentRoute } from "../site/current-route.svelte";
import { parseLesson } from "./lesson";

/** What a page has reached: a lesson's goal is held against it. */
export interface Reached {
  readonly heldOutR2: number;
  readonly steps?: number | undefined;
}

const lesson = $derived(parseLesson(currentRoute.value.query));
let reached = $state.raw<Reached | undefined>(undefined);

export const currentLesson = {
  get value() {
    return lesson;
  },
  get reached(): Reached | undefined {
    return reached;
  },
  /** Whether a control of this name is left out. */
  hides(control: string): boolean {
    return lesson?.hide.includes(control) ?? false;
  },
  /** Pages say here what their reader has reached. */
  report(next: Reached | undefined): void {
    reached = next;
  },
  /** Whether the goal is reached; undefined where nothing is to be reached or nothing was reported. */
  get solved(): boolean | undefined {
    if (lesson?.goal === undefined || reached === undefined) return undefined;
    const inTime = lesson.steps === undefined || (reached.steps ?? Number.POSITIVE_INFINITY) <= lesson.steps;
    return reached.heldOutR2 >= lesson.goal && inTime;
  },
};
