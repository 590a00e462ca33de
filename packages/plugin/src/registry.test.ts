import { NeuriteError } from "@neurite/tensor";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type Activation, createRegistry, type Plugin, readConfig } from "./index";

const square: Activation = { kind: "acme/square", apply: (x) => x.mul(x) };
const power = (exponent: number): Activation => ({
  kind: "acme/power",
  config: { exponent },
  apply: (x) => x.pow(exponent),
});
const acme = {
  name: "acme",
  package: { name: "neurite-plugin-acme", version: "1.2.3" },
  activations: {
    "acme/square": () => square,
    "acme/power": (config, revival) => power(readConfig("acme/power", config, revival).number("exponent") ?? 2),
  },
  layers: {
    "acme/wrap": (config, revival) => {
      const read = readConfig("acme/wrap", config, revival);
      const activation = read.made("activation", "activation") ?? square;
      return {
        kind: "acme/wrap",
        config: {
          activation,
          sizes: read.numbers("sizes") ?? [],
          name: read.text("name") ?? "",
          on: read.flag("on") ?? false,
        },
        apply: ([x], scope) => scope.activate("activation", activation, x),
      };
    },
  },
} satisfies Plugin;
const registry = createRegistry({ plugins: [acme] });

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no error";
}

describe("createRegistry", () => {
  it("makes values of kinds and options, also of kinds inside options", () => {
    expect(registry.make("activation", "acme/square")).toBe(square);
    expect(registry.make("activation", "acme/power", { exponent: 3 }).config).toEqual({ exponent: 3 });
    const written = {
      kind: "acme/wrap",
      config: { activation: { kind: "acme/power", config: { exponent: 4 } }, sizes: [1, 2] },
    };
    const made = registry.revive("layer", JSON.parse(JSON.stringify(written)));
    expect(made.config).toMatchObject({ activation: { config: { exponent: 4 } }, sizes: [1, 2], name: "", on: false });
    expect(registry.revive("activation", "acme/square")).toBe(square);
  });

  it("lists its kinds and tells where they come from", () => {
    expect(registry.kinds("activation")).toEqual(["acme/power", "acme/square"]);
    expect(registry.kinds("loss")).toEqual([]);
    expect(registry.has("layer", "acme/wrap")).toBe(true);
    expect(registry.origin("layer", "acme/wrap")).toEqual({
      plugin: "acme",
      package: { name: "neurite-plugin-acme", version: "1.2.3" },
    });
    expect(registry.origin("layer", "dense")).toBeUndefined();
  });

  it("names what it knows where a kind is unknown, whatever word it is", () => {
    for (const word of ["constructor", "__proto__", "toString", "function(x){return x}"]) {
      expect(refusal(() => registry.revive("activation", { kind: word }))).toBe(
        `unknown-kind: Unknown activation ${JSON.stringify(word)}. This registry knows: acme/power, acme/square. Pass the plugin that defines it: createRegistry({ plugins: [builtins, …] }).`,
      );
    }
  });

  it("proposes a kind whose name is near", () => {
    expect(refusal(() => registry.revive("activation", "acme/sqaure"))).toBe(
      'unknown-kind: Unknown activation "acme/sqaure". Did you mean "acme/square"? This registry knows: acme/power, acme/square. Pass the plugin that defines it: createRegistry({ plugins: [builtins, …] }).',
    );
  });

  it("refuses two plugins that define one kind, naming both", () => {
    const rival = { name: "rival", activations: { "acme/square": () => square } } satisfies Plugin;
    expect(refusal(() => createRegistry({ plugins: [acme, rival] }))).toBe(
      'duplicate-kind: createRegistry: the activation "acme/square" is defined by "acme" (neurite-plugin-acme 1.2.3) and by "rival". Leave one of the two plugins out.',
    );
  });

  it("refuses what a plugin makes under another name than its own, which no file could find again", () => {
    const odd = createRegistry({ plugins: [{ name: "odd", activations: { "odd/a": () => square } }] });
    expect(refusal(() => odd.make("activation", "odd/a"))).toBe(
      'bad-plugin: The activation "odd/a" of the plugin "odd" should be of that kind, got "acme/square". Use one name in both places.',
    );
  });

  it("refuses what is no plugin", () => {
    const odd = [undefined, "acme", {}, { name: "odd", activations: { "odd/a": square } }] as unknown as Plugin[];
    const codes = odd.map((plugin) => refusal(() => createRegistry({ plugins: [plugin] })).split(":")[0]);
    expect(codes).toEqual(["bad-plugin", "bad-plugin", "bad-plugin", "bad-plugin"]);
    const list = [acme] as unknown as { plugins: Plugin[] };
    expect(refusal(() => createRegistry(list))).toContain("expected { plugins: [builtins, …] }");
  });

  it("knows its kinds at compile time, and widens to any text for a plugin typed only as Plugin", () => {
    expectTypeOf(registry.kinds("activation")).toEqualTypeOf<readonly ("acme/power" | "acme/square")[]>();
    // @ts-expect-error: a misspelt kind
    expect(refusal(() => registry.make("activation", "acme/sqare"))).toContain("unknown-kind");
    const wide = createRegistry({ plugins: [acme as Plugin] });
    expectTypeOf(wide.kinds("activation")).toEqualTypeOf<readonly string[]>();
  });
});

describe("readConfig", () => {
  it("refuses an option of another kind of value, by name", () => {
    const make = (config: unknown) => refusal(() => registry.revive("layer", { kind: "acme/wrap", config }));
    expect(make({ sizes: 3 })).toBe(
      'bad-file: acme/wrap: "sizes" should be a list, got 3. Write the file anew, or mend the option.',
    );
    expect(make({ sizes: ["a"] })).toContain('"sizes" should be a list of numbers, got "a"');
    expect(make({ name: 1 })).toContain('"name" should be a text, got 1');
    expect(make({ on: "yes" })).toContain('"on" should be true or false, got "yes"');
    expect(make([1])).toContain('"config" should be an object of options, got [1]');
    expect(make({ activation: 5 })).toContain('Expected activation as { "kind": … }, got 5');
  });

  it("takes names such as __proto__ for names", () => {
    const config: unknown = JSON.parse(
      '{"__proto__": {"name": "polluted"}, "constructor": {"prototype": {"on": true}}}',
    );
    expect(registry.revive("layer", { kind: "acme/wrap", config }).config).toMatchObject({ name: "", on: false });
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });
});
