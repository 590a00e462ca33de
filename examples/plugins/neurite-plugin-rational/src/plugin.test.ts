import { build } from "esbuild";
import { builtins, createRegistry } from "neurite";
import { testActivation, testPlugin } from "neurite/testing";
import { describe, expect, it, test } from "vitest";
import { version } from "../package.json";
import { type PadeOptions, pade } from "./pade";
import { plugin } from "./plugin";

const registry = createRegistry({ plugins: [builtins, plugin] });

describe("the plugin", () => {
  it("says which package it comes from", () => {
    expect(plugin.package).toEqual({ name: "neurite-plugin-rational", version });
  });

  it("reads a start by its name and by its coefficients", () => {
    const config = { start: { numerator: [0, 1], denominator: [1] }, perColumn: true };
    expect(registry.make("activation", "rational/pade", config).config).toEqual(config);
    expect(registry.make("activation", "rational/pade", { start: "silu" }).config).toEqual({
      start: "silu",
      perColumn: false,
    });
  });

  it("refuses options that a file could only hold by mistake, by name", () => {
    const make = (start: string | { numerator: string }) => () =>
      registry.make("activation", "rational/pade", { start });
    expect(make("gelu")).toThrow(
      '"start" should be one of leakyRelu, tanh, silu, identity, or coefficients, got "gelu".',
    );
    expect(make("__proto__")).toThrow('got "__proto__"');
    expect(make({ numerator: "1" })).toThrow('rational/pade: "numerator" should be a list, got "1".');
  });
});

describe("the conformance kit", () => {
  // its numbers are told, not drawn: no key changes them
  const told = { config: { numbers: [0.1, -0.2, 0.3] }, except: ["other keys"] };
  const bundle = { build, entry: new URL("./index.ts", import.meta.url) };
  testPlugin(plugin, { test, bundle, kinds: { "rational/coefficients": told } });
});

describe.each<PadeOptions>([
  { start: "tanh", perColumn: true },
  { start: { numerator: [0.5, -1, 2], denominator: [0.3, -0.2, 0.1] } },
  { start: { numerator: [0.5, -1, 2, 0.25], denominator: [0.3] }, perColumn: true },
])("the conformance kit with %j", (options) => {
  testActivation(() => pade(options), { test, plugin });
});
