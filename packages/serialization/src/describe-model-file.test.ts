import { relu } from "@neurite/activations";
import { dense, residual } from "@neurite/layers";
import { createModel, sequential, shared } from "@neurite/network";
import { createRegistry } from "@neurite/plugin";
import { value } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { acme, mix, snake } from "../test/acme";
import { describeModelFile, save } from "./index";

describe("describeModelFile", () => {
  it("tells kinds, layers, tensors and the caller's data without any registry", () => {
    const model = createModel(sequential([residual(dense({ units: 2, activation: snake(2) })), mix(0.5)]), {
      inputs: [2],
      dtype: "float64",
    });
    const bytes = save(model, {
      registry: createRegistry({ plugins: [acme] }),
      metadata: { author: "me" },
      tensors: new Map([["means", value([1])]]),
    });
    const told = describeModelFile(bytes);
    expect(told).toMatchObject({
      version: 1,
      dtype: "float64",
      inputs: [{ shape: [2], dtype: "float64" }],
      kinds: ["acme/mix", "acme/snake", "dense", "glorotUniform", "residual", "sequential", "zeros"],
      layers: [
        { kind: "sequential", depth: 0, options: {} },
        { kind: "residual", depth: 1, options: {} },
        { kind: "dense", depth: 2, options: { units: 2, useBias: true } },
        { kind: "acme/mix", depth: 1, options: { rate: 0.5 } },
      ],
      bytes: bytes.length,
      parameters: 12, // 2 · 2 + 2 of dense; scale, fixed and mean of mix
      extraTensors: ["means"],
    });
    const source = {
      plugin: "acme",
      package: { name: "neurite-plugin-acme", version: "1.2.0" },
      install: "neurite-plugin-acme@1.2.0",
    };
    expect(told.foreign).toEqual([
      { kind: "acme/clip", ...source, categories: ["constraint"], expression: true },
      { kind: "acme/mix", ...source, categories: ["layer"], expression: true },
      { kind: "acme/ramp", ...source, categories: [], expression: false },
      { kind: "acme/snake", ...source, categories: ["activation"], expression: true },
    ]);
    expect(told.tensors.map(({ name }) => name)).toEqual([
      "0/residual/layer/bias",
      "0/residual/layer/weights",
      "1/acme/mix/fixed",
      "1/acme/mix/mean",
      "1/acme/mix/scale",
    ]);
    expect(told.metadata.get("author")).toBe("me");
    const [inner] = told.network.parts[0]?.parts ?? [];
    expect(inner?.parts.map(({ at, kind }) => `${at} ${kind}`)).toEqual([
      "activation acme/snake",
      "weightsInitializer glorotUniform",
      "biasInitializer zeros",
    ]);
  });

  it("tells a repeated layer each time", () => {
    const again = shared(dense({ units: 2, activation: relu }));
    const told = describeModelFile(save(createModel(sequential([again, again]), { inputs: [2] })));
    expect(told.layers.map(({ kind, depth }) => `${depth} ${kind}`)).toEqual([
      "0 sequential",
      "1 shared",
      "2 dense",
      "1 shared",
      "2 dense",
    ]);
    expect(told.parameters).toBe(6);
  });

  it("refuses what load refuses before plugins come in", () => {
    expect(() => describeModelFile(new Uint8Array(3))).toThrow("the file should begin with 8 bytes");
  });
});
