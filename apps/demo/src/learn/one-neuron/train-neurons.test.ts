import { expect, it } from "vitest";
import figures from "../../../figures.json";
import { neuronBarFigures } from "../../figures/neuron-count-figures";

it("ends with one neuron and with two where it ended before", async () => {
  expect(await neuronBarFigures()).toEqual(figures.neuronBars);
});
