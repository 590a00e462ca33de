import { build } from "esbuild";
import { builtins, createRegistry } from "neurite";
import { testLayer, testPlugin } from "neurite/testing";
import { describe, expect, it, test } from "vitest";
import { version } from "../package.json";
import { plr } from "./plr";
import { plugin } from "./plugin";

describe("the plugin", () => {
  it("says which package it comes from", () => {
    expect(plugin.package).toEqual({ name: "neurite-plugin-periodic", version });
  });

  it("reads every option, and takes the usual value for those that are not there", () => {
    const registry = createRegistry({ plugins: [builtins, plugin] });
    const config = { frequencies: 3, sigma: 2, units: 5, lite: true };
    expect(registry.make("layer", "periodic/plr", config).config).toEqual(config);
    expect(registry.make("layer", "periodic/plr").config).toEqual({
      frequencies: 48,
      sigma: 0.01,
      units: 24,
      lite: false,
    });
    expect(() => registry.make("layer", "periodic/plr", { sigma: "1" })).toThrow(
      'periodic/plr: "sigma" should be a number, got "1".',
    );
  });
});

describe("the conformance kit", () => {
  testPlugin(plugin, {
    test,
    bundle: { build, entry: new URL("./index.ts", import.meta.url) },
    kinds: {
      "periodic/normal": { config: { standardDeviation: 0.5 } },
      "periodic/plr": { config: { frequencies: 3, sigma: 0.3, units: 2 } },
    },
  });
});

describe("the conformance kit with one linear map for all columns", () => {
  testLayer(() => plr({ frequencies: 3, sigma: 0.3, units: 2, lite: true }), { test, plugin });
});
