import { expect, it } from "vitest";
import { sharedSet } from "./shared-set";

const column = (name: string, values: readonly number[]) => ({ name, values: Float64Array.from(values) });

it("standardises by the rows that are learnt from", () => {
  const set = sharedSet({
    table: "bikes",
    inputs: [column("hour", [1, 3, 9]), column("free", [0, 0, 0])],
    target: column("rentals", [10, 20, 40]),
    trainRows: 2,
  });
  expect([...set.inputs[0].values]).toEqual([-1, 1, 7]);
  expect([...set.inputs[1].values]).toEqual([0, 0, 0]);
  expect([...set.target.values]).toEqual([-1, 1, 5]);
  expect(set).toMatchObject({ task: "number", trainRows: 2, ceiling: undefined });
});

it("takes a target of two values as two groups, and a few of many rows", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => i);
  const set = sharedSet({
    table: "many",
    inputs: [column("a", many), column("b", many)],
    target: column(
      "bought",
      many.map((i) => (i % 2 === 0 ? 5 : 7)),
    ),
    trainRows: 8000,
  });
  expect(set.task).toBe("classes");
  expect(set.target.values).toHaveLength(2000);
  expect(set.trainRows).toBe(1600);
  expect([...set.target.values.slice(0, 2)]).toEqual([0, 1]);
});
