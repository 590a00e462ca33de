import type { Config, Ref } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { createRefWriter } from "./ref-writer";

function layer(kind: string, config?: Config): Ref {
  const ref = { kind, ...(config !== undefined && { config }), apply: () => undefined };
  return ref;
}

const write = (ref: Ref) => createRefWriter({ keepsIdentity: () => true })(ref, "the network");

function refusal(ref: Ref): string {
  try {
    return JSON.stringify(write(ref));
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe("createRefWriter", () => {
  it("writes kinds at any depth of the options, and nothing else of them", () => {
    const options = { units: 3, parts: [{ inner: layer("b", { rate: 0.5 }) }, null, "text", [layer("c")]] };
    expect(write(layer("a", options))).toEqual({
      kind: "a",
      config: { units: 3, parts: [{ inner: { kind: "b", config: { rate: 0.5 } } }, null, "text", [{ kind: "c" }]] },
    });
  });

  it("writes an object that comes again as the same", () => {
    const [b, c] = [layer("b"), layer("c")];
    expect(write(layer("a", [c, b, b, { again: c }]))).toEqual({
      kind: "a",
      config: [{ kind: "c", id: 2 }, { kind: "b", id: 1 }, { same: 1 }, { again: { same: 2 } }],
    });
    const inFull = createRefWriter()(layer("a", [b, b]), "the network");
    expect(inFull).toEqual({ kind: "a", config: [{ kind: "b" }, { kind: "b" }] });
  });

  it("takes data with a field called kind for data", () => {
    expect(write(layer("a", { shape: { kind: "circle", radius: 2 } }))).toEqual({
      kind: "a",
      config: { shape: { kind: "circle", radius: 2 } },
    });
  });

  it("leaves open options out", () => {
    expect(write(layer("a", { slope: undefined } as unknown as Config))).toEqual({ kind: "a", config: {} });
  });

  it("refuses what JSON would lose or mistake for something else", () => {
    expect(refusal(layer("a", { limit: Number.POSITIVE_INFINITY }))).toContain(
      "bad-argument: save: the network (a).limit should be a finite number, got Infinity",
    );
    const table = new Float32Array(2) as unknown as Config;
    expect(refusal(layer("a", [layer("b", { table })]))).toContain("the network (a)[0] (b).table should be plain data");
    expect(refusal(layer("a", { same: 1 }))).toContain("should not be an object of nothing but same");
    expect(refusal(layer("a", { at: { kind: "b", id: 3 } }))).toContain("should not be an object of nothing but kind");
  });

  it("refuses a kind that holds itself, and one that multiplies without end", () => {
    const options: Config[] = [];
    const ring = layer("ring", options);
    options.push(ring);
    expect(refusal(ring)).toContain("bad-argument: save: the network (ring)[0] (ring) holds itself");
    let bomb = layer("b");
    for (let i = 0; i < 30; i++) bomb = layer("b", [bomb, bomb]);
    const inFull = createRefWriter();
    expect(() => inFull(bomb, "the network")).toThrow("at most 20000 kinds");
  });
});
