import { expect, it } from "vitest";
import { firstState, readState, writeState } from "./neuron-link";
import { mirrored, plainAddition } from "./neuron-model";

const first = { weights: [1.25, -2], bias: 0.5 } as const;

it("reads what it wrote, with one neuron and with two", () => {
  const one = { machine: { neurons: [first], addition: plainAddition }, point: [0.5, -1], goal: "either" } as const;
  expect(readState(writeState(new URLSearchParams(), one))).toEqual(one);
  const two = {
    ...one,
    machine: { neurons: [first, mirrored(first)], addition: { weights: [1, 2], bias: -1 } },
  } as const;
  expect(readState(writeState(new URLSearchParams(), two))).toEqual(two);
});

it("leaves what else stands in the address", () => {
  const query = writeState(new URLSearchParams("embed=&task=see"), firstState);
  expect(query.toString()).toBe("embed=&task=see&n=1.5%2C-0.5%2C-0.5&x=1%2C1&goal=both");
});

it.each(["n=1,2", "n=1,2,x", "n=1,,2", "n=9,0,0", "n=NaN,0,0", "x=2,0", "goal=__proto__"])(
  "begins anew with %s",
  (text) => {
    expect(readState(new URLSearchParams(text))).toEqual(firstState);
  },
);
