import { currentRoute } from "../site/current-route.svelte";
import { firstAtGoal, type Reached } from "./goal";
import { parseLesson } from "./lesson";

const lesson = $derived(parseLesson(currentRoute.value.query));
let reached = $state.raw<Reached | undefined>(undefined);
let way = $state.raw<readonly Reached[]>([]);
const first = $derived(lesson && firstAtGoal(lesson, way));

export const currentLesson = {
  get value() {
    return lesson;
  },
  get reached(): Reached | undefined {
    return reached;
  },
  /** Where the goal was reached first; undefined where it was not, or nothing is to be reached. */
  get solvedAt(): Reached | undefined {
    return first;
  },
  /** Whether a control of this name is left out. */
  hides(control: string): boolean {
    return lesson?.hide.includes(control) ?? false;
  },
  /** Pages say here what their reader has reached, and what was reached on the way there: a training that goes on stays solved. */
  report(next: Reached | undefined, onTheWay: readonly Reached[] = next ? [next] : []): void {
    reached = next;
    way = onTheWay;
  },
};
