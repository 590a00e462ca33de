import { type Activation, builtins, createRegistry, type Layer, NeuriteError } from "neurite";
import { describe, expect, it } from "vitest";
import { activationOption } from "./activation-option";

const snake: Activation = { kind: "acme/snake", apply: (x) => x.add(x.sin()) };
const acme = {
  name: "acme",
  activations: {
    "acme/snake": () => snake,
    "acme/picky": () => {
      throw new Error("needs options.");
    },
    "acme/three": () => 3 as unknown as Activation,
  },
  layers: { "acme/noise": (): Layer => ({ kind: "acme/noise", apply: ([x]) => x }) },
};
const registry = createRegistry({ plugins: [builtins, acme] });

function refusal(kind: string): string {
  try {
    activationOption(kind, "--activation", registry);
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

describe("activationOption", () => {
  it("takes kinds of neurite and of plugins", () => {
    expect(activationOption("tanh", "--activation", registry).kind).toBe("tanh");
    expect(activationOption("acme/snake", "--activation", registry)).toBe(snake);
  });

  it("takes formulas, and says where one breaks off", () => {
    for (const text of ["x * sigmoid(1.7 * x)", "beta = 1; x * sigmoid(beta * x)", "x/2", "x"]) {
      expect(activationOption(text, "--activation", registry)).toMatchObject({ kind: "formula", config: text });
    }
    expect(refusal("x * sigmiod(x)")).toMatch(
      /^bad-formula: --activation: formula: expected a function at character 5 of "x \* sigmiod\(x\)", got "sigmiod"\. Did you mean sigmoid\?/,
    );
    expect(refusal("formula")).toMatch(/^usage: .*, or a formula such as "x \* sigmoid\(x\)", got "formula"\./);
  });

  it("lists the names there are, and proposes one that is near", () => {
    expect(refusal("tan")).toMatch(
      /^usage: --activation: expected one of acme\/picky, acme\/snake, acme\/three, arctan, .*, or a formula such as "x \* sigmoid\(x\)", got "tan"\. Did you mean "tanh"\?$/,
    );
    expect(refusal("acme/snaek")).toContain('Did you mean "acme/snake"?');
    expect(refusal("__proto__")).toContain("Take one of these, or pass the plugin that has it with --plugin.");
  });

  it.each([
    ["", "expected a formula at character 1"],
    ["2x", "expected an operator at character 2"],
    ["3", "expected x somewhere at character 1"],
    [".x", "character 1"],
    ["-y", 'a name that is known at character 2 of "-y", got "y"'],
    ["pi", "expected x somewhere at character 1"],
    ["clip", 'expected "(" at character 5'],
    ["where", 'expected "(" at character 6'],
    ["tanh/x", 'expected "(" at character 5'],
    ["pi/e", "expected x somewhere at character 1"],
    ["y/x", "a name that is known at character 1"],
  ])("takes %j for a formula, and says where it breaks off", (given, place) => {
    expect(refusal(given)).toMatch(/^bad-formula: --activation: formula: expected /);
    expect(refusal(given)).toContain(place);
  });

  it.each(["foo", "other/swish", "@other/swish", "other/tanh", "acme/snake/y", "my-act", "acme.snaek"])(
    "takes %j for a name",
    (given) => {
      expect(refusal(given)).toMatch(/^usage: --activation: expected one of acme\/picky, /);
    },
  );

  it("says what a kind is that is no activation", () => {
    expect(refusal("acme/noise")).toMatch(
      /^usage: --activation: expected an activation, got "acme\/noise", which is a layer of "acme"\. Take one of acme\/picky, .*, or a formula such as "x \* sigmoid\(x\)"\.$/,
    );
    expect(refusal("adam")).toContain('got "adam", which is an optimizer of "neurite". Take one of');
  });

  it("says which plugin fails to make its activation", () => {
    expect(refusal("acme/picky")).toBe(
      'bad-plugin: --activation: the plugin "acme" should make "acme/picky" without options, but failed: needs options. Mend the plugin.',
    );
    expect(refusal("acme/three")).toContain("got something that is no activation");
  });
});
