import { numberOption } from "@neurite/plugin";

/** Refuses a factor that multiplies again and again, and would make the learning rate 0 at once or grow without end. */
export function factorOption(kind: string, name: string, given: number): void {
  numberOption(kind, name, given, "a number above 0 up to 1", (x) => x > 0 && x <= 1);
}
