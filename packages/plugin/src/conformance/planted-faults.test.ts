// Faults planted on purpose: each is found by its check, with a message that says what is wrong.
import { type Backend, constant, interpreter, type Tensor, value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import type { Activation, Initializer, Layer, Loss, Metric, Optimizer } from "../index";
import { createRegistry, readConfig } from "../index";
import {
  asLayer,
  backendChecks,
  type Check,
  type Finding,
  findFaults,
  type Harness,
  initializerChecks,
  kindChecks,
  layerChecks,
  lossChecks,
  metricChecks,
  optimizerChecks,
} from "../testing";

const inputs = [{ shape: [3, 4], dtype: "float32" as const }];
const ofActivation = (apply: Activation["apply"]) =>
  findFaults(layerChecks({ make: () => asLayer({ kind: "acme/x", apply }), inputs, lastAxisOnly: true }));
const ofLayer = (apply: Layer["apply"]) => findFaults(layerChecks({ make: () => ({ kind: "acme/x", apply }), inputs }));
const told = (findings: readonly Finding[]) => findings.map(({ check, message }) => `${check}: ${message}`).join("\n");

describe("the conformance checks pass", () => {
  it("an activation without a fault", async () => {
    expect(await ofActivation((x) => x.mul(x.sigmoid()))).toEqual([]);
    expect(await findFaults(kindChecks("activation", () => ({ kind: "acme/x", apply: (x) => x }), {}))).toEqual([]);
  });
});

describe("the conformance checks find", () => {
  it("a kind without a name or without a prefix", async () => {
    const of = async (kind: string) =>
      told(await findFaults(kindChecks("activation", () => ({ kind, apply: (x) => x }), {})));
    expect(await of("")).toContain('kind: the kind should be a text, got ""');
    expect(await of("swish")).toContain('should carry a prefix, as in "acme/swish"');
  });

  it("a config that no file can hold, and one that does not round trip", async () => {
    const odd = { kind: "acme/x", config: { f: () => 1 }, apply: (x: Tensor) => x } as unknown as Activation;
    expect(told(await findFaults(kindChecks("activation", () => odd, {})))).toContain(
      "config.f (function) cannot stand in a file",
    );
    const slope = (s: number): Activation => ({ kind: "acme/x", config: { slope: s }, apply: (x) => x.mul(s) });
    const registry = createRegistry({
      plugins: [
        { name: "acme", activations: { "acme/x": (c, r) => slope(readConfig("acme/x", c, r).number("slop") ?? 1) } },
      ],
    });
    const faults = told(await findFaults(kindChecks("activation", () => slope(3), { registry })));
    expect(faults).toContain(
      'config round trip: acme/x: written to a file and read again, {"kind":"acme/x","config":{"slope":3}} became',
    );
  });

  it("hidden state", async () => {
    let calls = 0;
    const counting: Layer = { kind: "acme/x", apply: ([x]) => x.mul(++calls) };
    expect(told(await findFaults(layerChecks({ make: () => counting, inputs })))).toContain(
      "purity: applied twice, it builds two different graphs",
    );
  });

  it("randomness without a seed", async () => {
    let n = 0;
    // stands for Math.random, but fails every time
    const unseeded = () => {
      n = (n * 16807 + 11) % 2147483647;
      return n / 2147483647;
    };
    expect(told(await ofLayer(([x], scope) => (scope.training ? x.add(unseeded()) : x)))).toContain(
      "seeded randomness: with the same key it gave two different results",
    );
    const sample: Initializer["sample"] = (shape) =>
      new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(unseeded());
    expect(told(await findFaults(initializerChecks(() => ({ kind: "acme/x", sample }))))).toContain(
      "the same key gave two different samples",
    );
  });

  it("a key that is asked for and not used", async () => {
    const found = await ofLayer(([x], scope) => {
      if (scope.training) scope.key("unused");
      return x;
    });
    expect(told(found)).toContain("another key gives the same result");
  });

  it("a gradient that was cut off by mistake", async () => {
    expect(told(await ofActivation((x) => x.mul(x.stopGradient())))).toMatch(
      /gradient: acme\/x: the gradient at number \d of .* by differences, got/,
    );
  });

  it("a step function in the whole", async () => {
    const found = await ofActivation((x) => x.mul(1e6).sin().sign());
    expect(told(found)).toContain("points stand at kinks or jumps");
  });

  it("a shape that depends on the batch", async () => {
    expect(told(await ofLayer(([x]) => x.mul(1 / (x.shape[0] ?? 1))))).toContain(
      "shapes: acme/x: the shape depends on the batch",
    );
    expect(told(await ofLayer(([x]) => x.sum(0)))).toContain("shapes: acme/x:");
  });

  it("an activation that changes more than the last axis", async () => {
    expect(told(await ofActivation((x) => x.sum(-1)))).toContain("an activation may change the last axis only");
  });

  it("NaN at 0, and overflow", async () => {
    expect(told(await ofActivation((x) => x.div(x.abs())))).toContain(
      "range: for the input 0 everywhere a result is NaN or infinite",
    );
    expect(told(await ofActivation((x) => x.exp()))).toContain("range: for the input 10000 everywhere");
  });

  it("an input that is changed in place", async () => {
    const victim = value(new Float32Array(12), { shape: [3, 4] });
    const writing: Layer = {
      kind: "acme/x",
      apply: ([x]) => {
        victim.data[0] = (victim.data[0] ?? 0) + 1;
        return x.add(constant(victim));
      },
    };
    // what reaches outside is state, whatever it is called
    expect(told(await findFaults(layerChecks({ make: () => writing, inputs })))).toContain("purity:");
  });

  it("a dtype that is fixed where the scope asks for another", async () => {
    expect(told(await ofLayer(([x]) => x.cast("float32")))).toContain("dtypes: asked for float64, it gives float32");
  });

  it("a backend that computes something else", async () => {
    const wrong: Backend = {
      name: "wrong",
      compile(program) {
        const executable = interpreter.compile(program);
        const run: typeof executable.run = (entry, given) => {
          const [name, first] = Object.entries(executable.run(entry, given))[0] ?? [];
          return name && first
            ? { [name]: { ...first, data: first.data.map((n: number) => n + 1) as Float32Array } }
            : {};
        };
        return { ...executable, run };
      },
    };
    const harness = { backends: [interpreter, wrong] } as unknown as Harness;
    const subject = { make: () => asLayer({ kind: "acme/x", apply: (x: Tensor) => x.tanh() }), inputs };
    expect(told(await findFaults(backendChecks(subject, harness)))).toBe(
      "parity of wrong: wrong and interpreter give different numbers.",
    );
    expect(
      await findFaults(backendChecks(subject, { backends: [interpreter, interpreter] } as unknown as Harness)),
    ).toEqual([]);
  });

  it("an initializer that gives the wrong count or NaN", async () => {
    const of = async (sample: Initializer["sample"]) =>
      told(await findFaults(initializerChecks(() => ({ kind: "acme/x", sample }))));
    expect(await of(() => new Float64Array(1))).toContain("for the shape [4] it gives 1 numbers");
    expect(await of((shape) => new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(Number.NaN))).toContain(
      "a number is NaN or infinite",
    );
  });

  it("a loss that gives one number for all rows, or whose gradient is cut off", async () => {
    const sample = {
      prediction: value([[1], [2]], { dtype: "float64" }),
      target: value([[0], [5]], { dtype: "float64" }),
    };
    const of = async (apply: Loss["apply"]) =>
      told(await findFaults(lossChecks(() => ({ kind: "acme/x", apply }), sample)));
    expect(await of((p, t) => p.sub(t).pow(2).sum(1))).toBe("");
    expect(await of((p, t) => p.sub(t).pow(2).mean())).toContain("2 rows gave the shape []");
    expect(await of((p, t) => p.stopGradient().sub(t).pow(2).sum(1))).toContain(
      "the gradient at prediction 0 should be 2.0",
    );
  });

  it("an optimizer that climbs, and a metric that gives NaN", async () => {
    const climbing: Optimizer = {
      kind: "acme/x",
      mode: "step",
      state: () => ({}),
      update: ({ parameter, gradient, learningRate }) => ({
        parameter: parameter.add(gradient.mul(learningRate)),
        state: {},
      }),
    };
    expect(told(await findFaults(optimizerChecks(() => climbing)))).toContain(
      "after 50 steps Σ w² should be below its start of 14",
    );
    const broken: Metric = { kind: "acme/x", better: "higher", compute: () => Number.NaN };
    expect(told(await findFaults(metricChecks(() => broken)))).toContain(
      "for no rows it should be a number or null, got NaN",
    );
  });

  it("a check that throws, by its words", async () => {
    const throwing: Check = {
      name: "throws",
      run: () => {
        throw new Error("no such thing");
      },
    };
    expect(await findFaults([throwing])).toEqual([{ check: "throws", message: "no such thing" }]);
  });
});
