// Faults planted in names, options, plugins and files: each is found by its check, with a message that says what is wrong where.
import { type Backend, interpreter, type Tensor, type Value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { type Activation, type Layer, type Loss, type Optimizer, type Plugin, readConfig } from "../index";
import { assertCheck, assertConformance, type Check, conformanceChecks, findFaults, pluginChecks } from "../testing";
import { testHarness, told } from "./test-harness";

const harness = testHarness();
const swish: Activation = { kind: "acme/swish", apply: (x) => x.mul(x.sigmoid()) };
const slope = (start: number): Activation => ({ kind: "acme/slope", config: { start }, apply: (x) => x.mul(start) });
const reading = (name: string): Plugin => ({
  name: "acme",
  activations: {
    "acme/slope": (config, revival) => slope(readConfig("acme/slope", config, revival).number(name) ?? 1),
  },
});
const ofActivation = async (made: unknown, plugin?: Plugin) =>
  told(await findFaults(conformanceChecks("activation", () => made as Activation, { plugin }, harness)));
const ofPlugin = async (plugin: Plugin, kinds = {}) => {
  const parts = pluginChecks(plugin, { kinds }, harness);
  const findings = await Promise.all(parts.map(({ checks }) => findFaults(checks)));
  return parts.map(({ subject }, i) => [subject, told(findings[i] ?? [])]).filter(([, text]) => text !== "");
};

describe("the checks pass", () => {
  it("an activation alone, and a plugin with options", async () => {
    expect(await ofActivation(swish)).toBe("");
    expect(await ofActivation(slope(3), reading("start"))).toBe("");
    expect(await ofPlugin(reading("start"), { "acme/slope": { config: { start: 2 } } })).toEqual([]);
  });
});

describe("the checks find in a kind", () => {
  it("a name that is none, that lacks its prefix, or that is no word", async () => {
    const of = (kind: unknown) => ofActivation({ ...swish, kind });
    expect(await of("")).toContain('kind: the kind should be a text, got "". Name it, as in "acme/swish".');
    expect(await of("swish")).toContain('kind: the kind "swish" should carry a prefix, as in "acme/swish"');
    expect(await of("acme/")).toContain('kind: the kind "acme/" should be a prefix and a name without spaces');
    const builtin = conformanceChecks("activation", () => swish, { builtin: true }, harness);
    expect(told(await findFaults(builtin))).toContain('kind: the kind "acme/swish" should be a bare word.');
  });

  it("options that no file can hold, with their place", async () => {
    const of = (config: unknown) => ofActivation({ ...swish, config });
    expect(await of({ f: () => 1 })).toContain("config: config.f (function) cannot stand in a file");
    expect(await of({ list: [1, Number.NaN] })).toContain("config: config.list.1 (NaN) cannot stand in a file");
    expect(await of({ table: new Map() })).toContain("config: config.table (a Map) cannot stand in a file");
    expect(await of({ inner: { kind: "a", config: { big: 2n } } })).toContain("config.inner.config.big (bigint)");
    const round: { self?: unknown } = {};
    round.self = round;
    expect(await of(round)).toContain("config: config.self (which contains itself)");
  });

  it("options that do not come back from a file", async () => {
    expect(await ofActivation(slope(3), reading("strat"))).toContain(
      'config round trip: written to a file and read again, {"kind":"acme/slope","config":{"start":3}} became {"kind":"acme/slope","config":{"start":1}}. Put every option into config',
    );
  });

  it("an option that config leaves out", async () => {
    const silent: Activation = { kind: "acme/slope", apply: (x) => x.mul(3) };
    const plugin: Plugin = {
      name: "acme",
      activations: { "acme/slope": () => ({ ...silent, apply: (x) => x.mul(1) }) },
    };
    expect(await ofActivation(silent, plugin)).toContain(
      'config round trip: read again from {"kind":"acme/slope"}, it computes something else: an option is missing in config.',
    );
  });

  it("that it cannot be made", async () => {
    const make = () => {
      throw new Error("units should be given");
    };
    const checks = conformanceChecks("layer", make, {}, harness);
    expect(await findFaults(checks)).toEqual([{ check: "made", message: "units should be given" }]);
  });

  it("an option that the plugin does not read, by the options that the test gives", async () => {
    const deaf: Plugin = { name: "acme", activations: { "acme/slope": () => slope(1) } };
    expect(await ofPlugin(deaf, { "acme/slope": { config: { start: 2 } } })).toEqual([
      [
        "acme/slope",
        'config round trip: made of {"start":2}, its config is {"start":1}: the plugin does not read all of it. Read every option with readConfig.',
      ],
    ]);
  });

  it("the place in what is thrown meanwhile", async () => {
    const misspelt = { kind: "acme/a", apply: (x: Tensor) => (x as unknown as { tanhh(): Tensor }).tanhh() };
    const [check] = conformanceChecks("activation", () => misspelt, {}, harness).slice(-1);
    const error = await assertCheck(check as Check).catch((thrown: Error) => thrown);
    expect(String((error as Error).cause)).toBe("TypeError: x.tanhh is not a function");
  });

  it("a check that is to be left out and is none", async () => {
    const checks = conformanceChecks("activation", () => swish, { except: ["gradients"] }, harness);
    expect(told(await findFaults(checks))).toMatch(
      /^except: there is no check "gradients" to leave out\. There are: kind, config, .*, gradient, /,
    );
  });

  it("nothing for checks that are left out by name", async () => {
    const hiding: Activation = { kind: "acme/fill", apply: (x) => x.equal(x).where(x.abs(), 0) };
    const found = await findFaults(conformanceChecks("activation", () => hiding, {}, harness));
    expect(found.map(({ check }) => check)).toEqual(["NaN"]);
    expect(
      conformanceChecks("activation", () => hiding, { except: ["NaN"] }, harness).map(({ name }) => name),
    ).not.toContain("NaN");
  });
});

describe("the checks find in a plugin", () => {
  it("fields that nothing reads, a name that is none, and half a package", async () => {
    const odd = { name: "", package: { name: "neurite-plugin-acme" }, activation: {} } as unknown as Plugin;
    const [[, text] = []] = await ofPlugin(odd);
    expect(text).toContain('name: the name of the plugin should be a text, got "".');
    expect(text).toContain("name: package.version should be a text, got undefined.");
    expect(text).toContain(
      'fields: it has a field "activation" that nothing reads. There are: name, package, activations',
    );
  });

  it("a name that is neurite's own, kinds with the prefix of another plugin, and none at all", async () => {
    expect(await ofPlugin({ ...reading("start"), name: "neurite" })).toEqual([
      [
        "neurite",
        'name: the plugin should not be called "neurite", as the built-in kinds are.\nfields: the kind "acme/slope" should begin with the name of its plugin, as in "neurite/slope".',
      ],
    ]);
    expect(await ofPlugin({ name: "acme" })).toEqual([
      ["acme", "registry: the plugin has no kinds. Put one on a shelf, as in activations: { … }."],
    ]);
  });

  it("a kind under another name than its own, one that is taken, and options for none", async () => {
    const other: Plugin = { name: "acme", activations: { "acme/other": () => swish } };
    expect(await ofPlugin(other)).toEqual([
      [
        "acme/other",
        'made: The activation "acme/other" of the plugin "acme" should be of that kind, got "acme/swish". Use one name in both places.',
      ],
    ]);
    const taken: Plugin = { name: "acme", layers: { host: () => ({ kind: "host", apply: ([x]) => x }) } };
    expect((await ofPlugin(taken))[0]).toEqual([
      "acme",
      expect.stringContaining('the layer "host" is defined by "builtins" and by "acme"'),
    ]);
    expect(await ofPlugin(reading("start"), { "acme/slop": {} })).toEqual([
      ["acme", 'registry: the plugin has no kind "acme/slop", for which the test has options.'],
    ]);
  });
});

describe("the checks find in files and backends", () => {
  const checksWith = async (faults: Parameters<typeof testHarness>[0], made: Activation = swish) =>
    told(await findFaults(conformanceChecks("activation", () => made, {}, testHarness(faults))));

  it("weights and answers that do not survive", async () => {
    const whole = testHarness();
    const found = await checksWith({
      save: whole.save,
      load: (bytes, registry, missing) => {
        const model = whole.load(bytes, registry, missing);
        return {
          ...model,
          predictAll: (inputs) =>
            model.predictAll(inputs).map((v) => ({ ...v, data: v.data.map((n: number) => n * 2) as Value["data"] })),
        };
      },
    });
    expect(found).toContain("save and load: Loaded again, it predicts other numbers.");
    expect(found).toContain("load without the plugin: Loaded where its plugin is missing, it predicts other numbers.");
  });

  it("a file that loads although its plugin is missing and that was forbidden", async () => {
    const whole = testHarness();
    const found = await checksWith({
      save: whole.save,
      load: (bytes, registry) => whole.load(bytes, registry, "expression"),
    });
    expect(found).toBe(
      'refusal without the plugin: under missing: "error" the file should be refused, but it loads. The network does not hold "acme/swish".',
    );
  });

  it("an expression that learns other numbers", async () => {
    // the same while predicting, but another object trains otherwise: what it knows is not in its options
    let next = 1;
    const make = (): Layer => {
      const own = next++;
      return {
        kind: "acme/odd",
        apply: ([x], scope) => {
          const factor = scope.parameter("factor", {
            shape: [],
            initializer: { kind: "acme/ones", sample: () => Float64Array.of(1) },
          });
          return x.mul(scope.training ? factor.mul(own) : factor);
        },
      };
    };
    expect(told(await findFaults(conformanceChecks("layer", make, {}, harness)))).toContain(
      "training: trained twice with one seed, it learnt other numbers.",
    );
  });

  it("a backend that computes something else, with the number", async () => {
    const wrong: Backend = {
      name: "wrong",
      compile: (program) => {
        const executable = interpreter.compile(program);
        const shifted = (v: Value): Value => ({ ...v, data: v.data.map((n: number) => n + 1) as Value["data"] });
        return {
          ...executable,
          run: (entry, given) =>
            Object.fromEntries(Object.entries(executable.run(entry, given)).map(([name, v]) => [name, shifted(v)])),
        };
      },
    };
    const constantly: Activation = { kind: "acme/double", apply: (x: Tensor) => x.mul(2) };
    expect(await checksWith({ backends: [interpreter, wrong] }, constantly)).toMatch(
      /^parity of wrong: predicting in float32, number 0 of result 0 is -?[\d.]+ on interpreter and -?[\d.]+ on wrong\.$/,
    );
    expect(await checksWith({ backends: [interpreter, { ...interpreter, name: "other" }] }, constantly)).toBe("");
    const two = { ...harness, backends: [interpreter, wrong] };
    const squares: Loss = { kind: "acme/squares", apply: (p, t) => p.sub(t).abs().mean([1]) };
    expect(told(await findFaults(conformanceChecks("loss", () => squares, {}, two)))).toContain(
      "parity of wrong: the sample in float32, number 0 of the loss is",
    );
    const down: Optimizer = {
      kind: "acme/down",
      mode: "step",
      state: () => ({}),
      update: ({ parameter, gradient, learningRate }) => ({
        parameter: parameter.sub(gradient.mul(learningRate)),
        state: {},
      }),
    };
    expect(told(await findFaults(conformanceChecks("optimizer", () => down, {}, two)))).toContain(
      "parity of wrong: step 0 of the shape [3] in float32, number 0 of the parameter is",
    );
  });
});

describe("findings", () => {
  const broken: Check = { name: "broken", run: () => Promise.reject(new Error("no such thing")) };
  const odd: Check = { name: "odd", run: () => ["one.", "two."] };
  const fine: Check = { name: "fine", run: () => [] };

  it("come as one error that lists them all", async () => {
    await expect(assertConformance("acme/x", [fine, broken, odd])).rejects.toMatchObject({
      code: "bad-plugin",
      message: "acme/x: 2 of 3 checks found a fault.\n- broken: no such thing\n- odd: one.\n- odd: two.",
    });
    await expect(assertConformance("acme/x", [fine])).resolves.toBeUndefined();
  });

  it("come as one error for a check", async () => {
    await expect(assertCheck(odd)).rejects.toMatchObject({ code: "bad-plugin", message: "odd: one. two." });
    await expect(assertCheck(fine)).resolves.toBeUndefined();
  });
});
