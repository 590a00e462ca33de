import { expect, it } from "vitest";
import { firstRepetitionState, parseRepetitionState, toQuery, withQuery } from "./repetition-state";
import { articleStart, flippedStart, numberAt, startIndex, startWeights } from "./start";

it("comes back from what was kept, and not from anything else", () => {
  const state = { ...firstRepetitionState, lane: "B" as const, rate: 0.25, step: 75 };
  expect(parseRepetitionState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  for (const kept of [null, 7, "A", [], {}, { ...state, rate: "fast" }, { ...state, starts: { A: [1], B: [2] } }])
    expect(parseRepetitionState(kept)).toBeUndefined();
  expect(parseRepetitionState({ ...state, rate: 1e9, lane: "__proto__" })).toMatchObject({ rate: 1, lane: "A" });
});

it("comes back from its address, and leaves what a lesson says there", () => {
  const state = {
    ...firstRepetitionState,
    lane: "B" as const,
    rate: 0.2,
    step: 75,
    starts: { A: articleStart, B: [1, 1, -1, 1, 2, 0.5, 0, 0, 0] },
  };
  const query = toQuery(state, new URLSearchParams("hide=rate"));
  expect(query.toString()).toBe("hide=rate&lane=B&start=1%2C1%2C-1%2C1%2C2%2C0.5&rate=0.2&step=75");
  expect(withQuery(firstRepetitionState, query)).toEqual(state);
});

it("takes no nonsense from an address", () => {
  const query = new URLSearchParams("start=1,1,x,1,2,1&rate=fast&step=&lane=C");
  expect(withQuery(firstRepetitionState, query)).toEqual({ ...firstRepetitionState, step: 0 });
  expect(withQuery(firstRepetitionState, new URLSearchParams("start=1,1,-1,1,2,99")).starts.A).toEqual(articleStart);
});

it("knows the nine numbers by their place in the picture", () => {
  const start = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const weights = startWeights(start);
  const places = [0, 1].flatMap((to) => [0, 1, "bias" as const].map((from) => ({ layer: 0, from, to })));
  const output = ([0, 1, "bias"] as const).map((from) => ({ layer: 1, from, to: 0 }));
  for (const place of [...places, ...output]) expect(numberAt(weights, place)).toBe(start[startIndex(place)]);
  expect(weights["0/dense/weights"]).toEqual([1, 3, 2, 4]); // [inputs, units], row after row
  expect(flippedStart.filter((weight, i) => weight !== articleStart[i])).toEqual([1]);
});
