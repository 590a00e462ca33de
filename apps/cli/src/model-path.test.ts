import { describe, expect, it } from "vitest";
import { modelPath } from "./model-path";

describe("modelPath", () => {
  it.each([
    ["cnt", "cnt.safetensors"],
    ["Preis in €", "Preis_in_€.safetensors"],
    ["miles / hour", "miles_hour.safetensors"],
    ["../up", "_up.safetensors"],
    ["-", "model.safetensors"],
    ["", "model.safetensors"],
  ])("of the target %j is %s", (target, path) => {
    expect(modelPath(target)).toBe(path);
  });
});
