import { expect, it } from "vitest";
import { firstSettings, queryOf, type Settings, settingsOf } from "./settings";

it("come back from the address that they made", () => {
  const settings: Settings = {
    set: "drawn",
    layers: [
      { units: 4, formula: "where(x > 0, x, 0.1*x)" },
      { units: 1, formula: "beta = 1; x & y" },
    ],
    optimizer: "momentum",
    rate: 0.3,
    penalty: "l1",
    strength: 0.01,
    seed: 7,
    drawn: [
      { x: -1, y: 1, group: 1 },
      { x: 0.5, y: -0.002, group: 0 },
    ],
  };
  expect(settingsOf(new URLSearchParams(queryOf(settings).toString()))).toEqual(settings);
  expect(settingsOf(queryOf({ ...firstSettings, layers: [] })).layers).toEqual([]);
});

it("stay as at first where an address says nothing that is meant", () => {
  const query = new URLSearchParams(
    "set=__proto__&layer=99+x^2&layer=x&optimizer=constructor&rate=NaN&penalty=l3&strength=-1&seed=0.5&points=zzzza!!",
  );
  expect(settingsOf(query)).toEqual({
    ...firstSettings,
    layers: [
      { units: 2, formula: "x^2" },
      { units: 2, formula: "tanh(x)" },
    ],
  });
});
