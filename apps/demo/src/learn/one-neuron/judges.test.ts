import { expect, it } from "vitest";
import { corners } from "./corners";
import { judgeBoth } from "./judge-both";
import { judgeEither } from "./judge-either";
import { type Neuron, neuronModel, plainAddition } from "./neuron-model";

function judged(balance: number, retired: number, bias: number) {
  const neuron: Neuron = { weights: [balance, retired], bias };
  const { data } = neuronModel({ neurons: [neuron], addition: plainAddition }).predict(
    corners.map(({ at }) => [...at]),
  );
  return judgeBoth(neuron, [...data]);
}

it.each([
  [1.5, -1.5, -1.5],
  [3, -3, -3],
  [2, -2.5, -2.4],
])("takes any neuron that says both at once: %f, %f, %f", (balance, retired, bias) => {
  expect(judged(balance, retired, bias)).toMatchObject({ solved: true });
});

it("says how sure the least sure answer is", () => {
  // tanh of 1.5 and of -1.5 three times, and of -4.5
  expect(judged(1.5, -1.5, -1.5).say).toContain("−0.905");
});

it.each([
  ["all signs turned", -1.5, 1.5, 1.5, "turn all three signs"],
  ["balance that counts against", -1, -1.5, 0, "weight of balance has to be above 0"],
  ["retirement that counts for", 1.5, 0.5, -1.5, "weight of retired has to be below 0"],
  ["answers that are not sure", 0.5, -0.5, -0.5, "Make weights and bias larger"],
  ["one that is enough", 1.5, -0.5, -0.5, "“rich and retired” gets 0.46"],
  ["a bias that is too low", 1, -1, -3, "“rich and working” gets −0.76"],
])("names %s", (_slip, balance, retired, bias, named) => {
  const { solved, say } = judged(balance, retired, bias);
  expect(solved).toBe(false);
  expect(say).toContain(named);
});

it("takes it for solved that one neuron cannot", () => {
  expect(judgeEither({ cannot: true, right: 3 })).toMatchObject({ solved: true });
  expect(judgeEither({ cannot: false, right: 3 })).toMatchObject({ solved: false });
  expect(judgeEither({ cannot: false, right: 2 }).say).toContain("2 of 4");
  expect(judgeEither({ cannot: false, right: 4 })).toMatchObject({ solved: true });
});
