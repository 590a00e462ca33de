import { activationsPlugin } from "@neurite/activations";
import { dense, layersPlugin } from "@neurite/layers";
import { createModel, networkPlugin, sequential } from "@neurite/network";
import { type Activation, createRegistry } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { acme, mix, ramp, snake } from "../test/acme";
import { descriptionOf, edit } from "../test/edit-file";
import { describeModelFile, type FileWarning, type LoadOptions, load, openModelFile, save } from "./index";

const builtins = [activationsPlugin, layersPlugin, networkPlugin] as const;
const base = createRegistry({ plugins: [...builtins] });
const full = createRegistry({ plugins: [...builtins, acme] });
const source = { name: "neurite-plugin-acme", version: "1.2.0" };

const model = createModel(sequential([dense({ units: 2, activation: snake() }), mix(0.1)]), { inputs: [2], seed: 1 });
const bytes = save(model, { registry: full });

const warningsOf = (file: Uint8Array, registry: LoadOptions["registry"]): readonly FileWarning[] =>
  openModelFile(file, { registry, onWarning: () => undefined }).warnings;

/** Registers the same kinds under another version of their package, or another name. */
const released = (version: string, name = source.name) =>
  createRegistry({ plugins: [...builtins, { ...acme, package: { name, version } }] });

/** The file as if it had been written with another package, or with none. */
const writtenWith = (from: { readonly name: string; readonly version: string } | undefined) =>
  edit(bytes, ({ foreign }) => {
    for (const entry of foreign) {
      if (from) entry.package = from;
      else delete entry.package;
    }
  });

function refusal(file: Uint8Array, options: Partial<LoadOptions> = {}): string {
  try {
    load(file, { registry: base, missing: "error", ...options });
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

describe("a plugin that is missing", () => {
  it("is told as data, with what npm installs it by", () => {
    const [warning, ...others] = warningsOf(bytes, base);
    expect(warning).toEqual({
      code: "missing-plugin",
      category: "activation",
      kind: "acme/snake",
      plugin: "acme",
      package: source,
      install: "neurite-plugin-acme@1.2.0",
      message:
        'The activation "acme/snake" of the plugin "acme" (neurite-plugin-acme 1.2.0) is missing here: it runs from its expression in the file, with the same results. Run npm install neurite-plugin-acme@1.2.0, import { plugin } from "neurite-plugin-acme" and pass it: createRegistry({ plugins: [builtins, plugin] }).',
    });
    expect(others.map(({ category, kind }) => `${category} ${kind}`)).toEqual([
      "layer acme/mix",
      "initializer acme/ramp",
      "constraint acme/clip",
    ]);
  });

  it("is told in the refusal with the same words", () => {
    expect(refusal(bytes)).toBe(
      'unknown-kind: Unknown activation "acme/snake": it comes from the plugin "acme" (neurite-plugin-acme 1.2.0), which is missing here. Run npm install neurite-plugin-acme@1.2.0, import { plugin } from "neurite-plugin-acme" and pass it: createRegistry({ plugins: [builtins, plugin] }).',
    );
  });

  it("is got from whoever made the file where that names no package", () => {
    const told = writtenWith(undefined);
    expect(refusal(told)).toBe(
      'unknown-kind: Unknown activation "acme/snake": it comes from the plugin "acme", which is missing here. Get the plugin "acme" from whoever made the file and pass it: createRegistry({ plugins: [builtins, plugin] }).',
    );
    expect(warningsOf(told, base)[0]).not.toHaveProperty("install");
  });

  it("is got as the caller says, in warnings, refusals and later errors", () => {
    const remedy: LoadOptions["remedy"] = ({ plugin, install }) => `Take ${plugin} by ${install}.`;
    const taken = / Take acme by neurite-plugin-acme@1\.2\.0\.$/;
    expect(refusal(bytes, { remedy })).toMatch(taken);
    const options = { registry: base, remedy, onWarning: () => undefined };
    const { warnings, model: without } = openModelFile(bytes, options);
    for (const { message } of warnings) expect(message).toMatch(taken);
    expect(() => createModel(without.network, { inputs: [2] })).toThrow(taken);
  });
});

describe("what a file says of a package", () => {
  it.each([
    [{ name: "neurite-plugin-acme", version: "1.0.0-beta.2+build.7" }, "neurite-plugin-acme@1.0.0-beta.2+build.7"],
    [{ name: "@acme/neurite.plugin_2", version: "0.0.0" }, "@acme/neurite.plugin_2@0.0.0"],
  ])("is something to install where %j is a name and a version of npm's", (from, install) => {
    expect(warningsOf(writtenWith(from), base)[0]).toMatchObject({ install, package: from });
    expect(describeModelFile(writtenWith(from)).foreign[0]).toMatchObject({ install, package: from });
  });

  it.each([
    ["acme; rm -rf ~", "1.0.0"],
    ["acme\nnpm install evil", "1.0.0"],
    ["--global", "1.0.0"],
    ["~root", "1.0.0"],
    ["../evil", "1.0.0"],
    ["https://evil.example/a.tgz", "1.0.0"],
    ["git+ssh://evil.example/a", "1.0.0"],
    ["@acme/a/b", "1.0.0"],
    ["Acme", "1.0.0"],
    ["аcme", "1.0.0"], // the first letter is Cyrillic
    ["", "1.0.0"],
    ["a".repeat(215), "1.0.0"],
    ["__proto__", "1.0.0"],
    ["acme", "latest"],
    ["acme", "1.0"],
    ["acme", "1.0.0 && reboot"],
    ["acme", "1.0.0\u001b[2J"],
    ["acme", "https://evil.example/a.tgz"],
    ["acme", `1.0.0-${"a".repeat(100)}`],
  ])("is nothing to install for the name %j and the version %j, and no fault of the file", (name, version) => {
    const file = writtenWith({ name, version });
    const [warning] = warningsOf(file, base);
    expect(warning).not.toHaveProperty("install");
    expect(warning).toMatchObject({ plugin: "acme", package: { name, version } });
    for (const text of [warning?.message, refusal(file)]) {
      expect(text).not.toContain("Run npm install");
      expect(text).toContain('Get the plugin "acme" from whoever made the file');
      expect(text).not.toMatch(/[\p{Cc}\p{Zl}]/u);
    }
    expect(describeModelFile(file).foreign[0]).not.toHaveProperty("install");
  });

  it("steers no terminal and breaks no line, whatever kind and plugin are called", () => {
    const bare = save(createModel(sequential([dense({ units: 1, activation: snake() })]), { inputs: [1] }));
    const odd = "acme/\u001b[31m\r\n\u009b2J\u202e\u2028\u061c👩\u200d🔬";
    const file = edit(bare, ({ network, foreign, expressions }) => {
      network.config.layers[0].config.activation.kind = odd;
      foreign[0].kind = odd;
      foreign[0].plugin = `evil\n${"long ".repeat(1000)}`;
      expressions[0].kind = odd;
    });
    const shown = '"acme/\\u001b[31m\\r\\n\\u{9b}2J\\u{202e}\\u{2028}\\u{61c}👩\u200d🔬"';
    expect(refusal(file)).toContain(`Unknown activation ${shown}: it comes from the plugin "evil\\nlong long `);
    expect(refusal(file).length).toBeLessThan(600);
    expect(refusal(file)).not.toMatch(/(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}]/u);
  });
});

describe("a plugin in another version than the file was written with", () => {
  it("is warned of once, and used", () => {
    const file = openModelFile(bytes, { registry: released("2.0.0"), onWarning: () => undefined });
    expect(file.warnings).toEqual([
      {
        code: "other-version",
        category: "activation",
        kind: "acme/snake",
        plugin: "acme",
        package: source,
        install: "neurite-plugin-acme@1.2.0",
        installed: { name: "neurite-plugin-acme", version: "2.0.0" },
        message:
          'The file was written with the plugin "acme" (neurite-plugin-acme 1.2.0), and here it is neurite-plugin-acme 2.0.0: "acme/snake" may give other results. Run npm install neurite-plugin-acme@1.2.0 for the same results, or check that they are right.',
      },
    ]);
    expect(file.model.predict([[1, 2]])).toEqual(model.predict([[1, 2]]));
    expect(load(bytes, { registry: released("2.0.0"), missing: "error", onWarning: () => undefined })).toBeDefined();
  });

  it("is named by the file that is saved again, which is then warned of no more", () => {
    const again = save(load(bytes, { registry: released("2.0.0"), onWarning: () => undefined }));
    for (const entry of descriptionOf(again).foreign) expect(entry.package).toEqual({ ...source, version: "2.0.0" });
    expect(warningsOf(again, released("2.0.0"))).toEqual([]);
    expect(warningsOf(again, full)).toMatchObject([{ code: "other-version", installed: source }]);
  });

  it("is a package of another name too", () => {
    expect(warningsOf(bytes, released("1.2.0", "@fork/acme"))).toMatchObject([
      { code: "other-version", package: source, installed: { name: "@fork/acme", version: "1.2.0" } },
    ]);
  });

  it("is not warned of where the versions are the same or one is unknown", () => {
    const { package: _, ...bare } = acme;
    expect(warningsOf(bytes, full)).toEqual([]);
    expect(warningsOf(bytes, createRegistry({ plugins: [...builtins, bare] }))).toEqual([]);
    expect(warningsOf(writtenWith(undefined), full)).toEqual([]);
  });

  it("turns no odd version of a file into something to install", () => {
    const [warning] = warningsOf(writtenWith({ name: "acme", version: "1\n2" }), full);
    expect(warning?.message).toBe(
      'The file was written with the plugin "acme" ("acme" "1\\n2"), and here it is neurite-plugin-acme 1.2.0: "acme/snake" may give other results. Get that version from whoever made the file for the same results, or check that they are right.',
    );
  });

  it("is warned of once for each package, also where two have plugins of one name", () => {
    const registry = createRegistry({
      plugins: [
        ...builtins,
        { name: "acme", package: { ...source, version: "2.0.0" }, activations: acme.activations },
        {
          name: "acme",
          package: { name: "acme-layers", version: "2.0.0" },
          layers: acme.layers,
          initializers: acme.initializers,
          constraints: acme.constraints,
        },
      ],
    });
    const file = edit(bytes, ({ foreign }) => {
      for (const entry of foreign)
        if (entry.kind !== "acme/snake") entry.package = { name: "acme-layers", version: "1.0.0" };
    });
    expect(warningsOf(file, registry).map(({ code, kind, install }) => [code, kind, install])).toEqual([
      ["other-version", "acme/snake", "neurite-plugin-acme@1.2.0"],
      ["other-version", "acme/mix", "acme-layers@1.0.0"],
    ]);
  });

  it("is named where the file cannot be loaded with it, with what to do", () => {
    const trained: Activation = {
      kind: "acme/snake",
      apply: (x, scope) => x.mul(scope.parameter("beta", { shape: [1], initializer: ramp })),
    };
    const newer = (made: () => Activation) =>
      createRegistry({
        plugins: [
          ...builtins,
          { ...acme, package: { ...source, version: "2.0.0" }, activations: { "acme/snake": made } },
        ],
      });
    const onWarning = () => undefined;
    const written =
      'The file was written with the plugin "acme" (neurite-plugin-acme 1.2.0), and cannot be loaded with neurite-plugin-acme 2.0.0, which is here: ';
    const remedy =
      " Run npm install neurite-plugin-acme@1.2.0, or leave the plugin out: the file runs from its own expression.";
    expect(refusal(bytes, { registry: newer(() => trained), onWarning })).toBe(
      `bad-file: ${written}Layer "0/dense/activation" lacks its tensor "beta" (float32 [1]).${remedy}`,
    );
    const fails = () => {
      throw new Error("no a. Take b");
    };
    expect(refusal(bytes, { registry: newer(fails), onWarning })).toBe(
      `bad-plugin: ${written}The plugin of "acme/snake" failed to make it of the options in this file: Error: no a. Take b.${remedy}`,
    );

    const withTensor = save(createModel(dense({ units: 1, activation: trained }), { inputs: [2] }), { registry: full });
    const without = newer(() => snake());
    expect(refusal(withTensor, { registry: without, onWarning })).toBe(
      `bad-file: ${written}The weights "activation/beta" belong to no layer of this network, which has weights, bias.${remedy}`,
    );
    const bare = edit(withTensor, (description) => {
      description.expressions = [];
      for (const entry of description.foreign) entry.package = { name: "acme", version: "one" };
    });
    expect(refusal(bare, { registry: without, onWarning })).toMatch(
      /^bad-file: .* "acme" \("acme" "one"\), and cannot .* Get that version from whoever made the file\.$/,
    );
    // one that is missing altogether is told as such
    expect(
      refusal(bare, { registry: createRegistry({ plugins: [...builtins, { name: "acme", package: source }] }) }),
    ).toMatch(/^unknown-kind: Unknown activation/);
  });
});
