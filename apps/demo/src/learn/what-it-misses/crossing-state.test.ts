import { expect, it } from "vitest";
import { firstState, readState, writeState } from "./crossing-state";

it("comes back from the address as it was", () => {
  const state = { k: 0.35, lines: { working: [17.5, 42], retired: [38, 2.5] }, parallel: false } as const;
  expect(readState(writeState(state))).toEqual(state);
  expect(readState(writeState(firstState))).toEqual(firstState);
});

it("is as at first where the address says nothing, or nothing that can be", () => {
  expect(readState(new URLSearchParams("k=7&working=1&retired=a,b"))).toEqual(firstState);
  expect(readState(new URLSearchParams("k=-0.5&working=-3,90&lock=off"))).toEqual({
    ...firstState,
    k: 0,
    parallel: false,
  });
});

it("keeps the lock's promise for any lines", () => {
  expect(readState(new URLSearchParams("working=10,30&retired=40,30")).lines).toEqual({
    working: [17.5, 22.5],
    retired: [32.5, 37.5],
  });
});
