import { expect, it } from "vitest";
import { largestTable, lessonQuery, lessonTable, longestTask, parseLesson } from "./lesson";
import { packText, unpackText } from "./packed-text";

const nothing = { task: "", goal: "", steps: "", hide: [], table: "" };

it("goes into an address and comes out of it", async () => {
  const table = `age,transactions\n${Array.from({ length: 300 }, (_, i) => `${30 + (i % 50)},${i % 41}`).join("\n")}\n`;
  const draft = {
    task: "Reach 0.88 & say why: 100 % honest?",
    goal: "0.88",
    steps: "100",
    hide: ["rate", "weights"],
    table,
  };
  const query = await lessonQuery(draft, new URLSearchParams("start=1,1"));
  const lesson = parseLesson(new URLSearchParams(query.toString()));
  expect(lesson).toMatchObject({ task: draft.task, goal: 0.88, steps: 100, hide: ["rate", "weights"] });
  expect(lesson && (await lessonTable(lesson))).toBe(table);
  expect(query.get("start")).toBe("1,1");
  expect(query.toString().length).toBeLessThan(table.length);
});

it("is none where an address has no part of one", async () => {
  expect(parseLesson(new URLSearchParams("k=0.5&embed"))).toBeUndefined();
  expect(parseLesson(new URLSearchParams("n=3,-3,-3&goal=either"))).toBeUndefined();
  expect((await lessonQuery(nothing, new URLSearchParams("k=0.5&task=old"))).toString()).toBe("k=0.5");
});

it("takes what is no number for no goal, and cuts a task that is too long", () => {
  const lesson = parseLesson(new URLSearchParams({ goal: "much", steps: "1e999", task: "x".repeat(5000) }));
  expect(lesson).toMatchObject({ goal: undefined, steps: undefined });
  expect(lesson?.task.length).toBe(longestTask);
});

it("never unpacks more than a small table", async () => {
  const bomb = await packText("0".repeat(50 * largestTable));
  expect(bomb.length).toBeLessThan(2000);
  expect(await unpackText(bomb, largestTable)).toBeUndefined();
  expect(await unpackText("no text at all!", largestTable)).toBeUndefined();
});
