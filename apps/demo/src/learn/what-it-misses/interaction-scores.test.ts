import { expect, it } from "vitest";
import figures from "../../../figures.json";
import { expectFigure } from "../../figures/test-expect-figure";
import { scoresOverInteraction } from "./interaction-scores";

it("scores line and product from no interaction to all of it", () => {
  const scores = scoresOverInteraction();
  expect(scores.map(({ k }) => k)).toEqual(Array.from({ length: 21 }, (_, i) => i / 20));
  expectFigure(scores[2]?.line, figures.lines["straight line, k = 0.1: held-out R²"]);
  expectFigure(scores[2]?.product, figures.lines["with product, k = 0.1: held-out R²"]);
});
