import { activationsPlugin, relu } from "@neurite/activations";
import { dense, flatten, layersPlugin } from "@neurite/layers";
import { createModel, networkPlugin, sequential } from "@neurite/network";
import { createRegistry } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { edit, editText, type Loose } from "../test/edit-file";
import { load, save } from "./index";

const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin] });
const model = createModel(sequential([dense({ units: 3, activation: relu }), dense({ units: 1 })]), {
  inputs: [4],
  seed: 1,
});
const bytes = save(model);

/** The refusal of a file, code and message. */
function refusal(changed: Uint8Array): string {
  try {
    load(changed, { registry });
  } catch (error) {
    if (error instanceof NeuriteError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

const refusalOf = (...change: Parameters<typeof edit> extends [Uint8Array, ...infer R] ? R : never) =>
  refusal(edit(bytes, ...change));
const firstLayer = (description: Loose) => description.network.config.layers[0];

describe("a hostile model file", () => {
  it("pollutes no prototype by __proto__ or constructor, wherever they stand", () => {
    for (const key of ['"__proto__":{"polluted":true}', '"constructor":{"prototype":{"polluted":true}}']) {
      const top = refusal(editText(bytes, (text) => `{${key},${text.slice(1)}`));
      expect(top).toMatch(/^bad-file: .* should have no field "(__proto__|constructor)"/);
      for (const opening of ['"config":{', '"shape":[2],', '"kind":"dense",']) {
        refusal(editText(bytes, (text) => text.replace(opening, (found) => `${found}${key},`)));
      }
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    }
  });

  it("finds no layer in what every object inherits", () => {
    for (const kind of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      const refused = refusalOf((d) => {
        firstLayer(d).kind = kind;
      });
      expect(refused).toContain(`unknown-kind: Unknown layer "${kind}". This registry knows: add, `);
    }
  });

  it("evaluates no text", () => {
    for (const activation of ["function(x){return x}", "x => x / 2", { kind: "function(x){return x/2}" }]) {
      const refused = refusalOf((d) => {
        firstLayer(d).config.activation = activation;
      });
      expect(refused).toMatch(/^unknown-kind: Unknown activation "(function|x =>)/);
    }
  });

  it("is refused for weights that are not finite, naming tensor and index", () => {
    for (const n of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const refused = refusalOf((_, tensors) => {
        const held = tensors.get("0/dense/weights");
        if (held) held.data[2] = n;
      });
      expect(refused).toContain(`bad-file: The weights "0/dense/weights" should be finite, got ${n} at index 2`);
    }
  });

  it("is refused for shapes that are none", () => {
    for (const [shape, got] of [
      [[-1, 4], -1],
      [[2.5, 2], 2.5],
    ] as const) {
      const refused = refusalOf((d) => {
        d.inputs[0].shape = shape;
      });
      expect(refused).toContain("bad-file: This model file is damaged: inputs[0].shape[0] should be a whole number");
      expect(refused).toContain(`got ${got}.`);
    }
  });

  it("is refused for sizes beyond the limits, before memory is taken", () => {
    const units = refusalOf((d) => {
      firstLayer(d).config.units = 1000000000000;
    });
    expect(units).toContain('too-large: dense: "units" should be at most 268435456, got 1000000000000');
    const weights = refusalOf((d) => {
      firstLayer(d).config.units = 268435456;
    });
    expect(weights).toContain("has 1073741824 numbers, the limit is 268435456");
    const row = refusalOf((d) => {
      d.inputs[0].shape = [1e9];
    });
    expect(row).toContain("too-large: A row of inputs[0] may have 268435456 numbers and 32 axes, got 1000000000 and 1");
  });

  it("is refused for another version", () => {
    const version = (v: unknown) =>
      refusalOf((d) => {
        d.version = v;
      });
    expect(version(999)).toContain(
      "newer-version: This file was written by a newer version of neurite: its format is 999",
    );
    expect(version("1")).toContain('bad-file: This model file is damaged: version should be the number 1, got "1"');
    for (const odd of [0, -1, 0.5, null, undefined, [1]]) expect(version(odd)).toContain("bad-file");
  });

  it("is refused for layers that do not fit, naming both and both sizes", () => {
    const refused = refusalOf((_, tensors) => {
      tensors.set("1/dense/weights", { dtype: "F32", shape: [5, 1], data: new Float32Array(5) });
    });
    expect(refused).toBe(
      'bad-shape: Layer "1/dense" gets [3] per row from layer "0/dense", so its tensor "weights" should be float32 [3, 1], got float32 [5, 1]. Use the weights of this very network.',
    );
  });

  it("is refused for tensors that are missing, left over or of a dtype that no weights have", () => {
    const missing = refusalOf((_, tensors) => {
      tensors.delete("1/dense/bias");
    });
    expect(missing).toContain('bad-file: Layer "1/dense" lacks its tensor "bias" (float32 [1])');
    const extra = refusalOf((_, tensors) => {
      tensors.set("2/dense/bias", { dtype: "F32", shape: [1], data: new Float32Array(1) });
    });
    expect(extra).toContain('bad-file: The weights "2/dense/bias" belong to no layer');
    const half = refusalOf((_, tensors) => {
      tensors.set("1/dense/bias", { dtype: "F16", shape: [1], data: new Uint8Array(2) });
    });
    expect(half).toContain(
      'bad-file: The tensor "1/dense/bias" of a model file should be F32, F64, I32, BOOL, got F16',
    );
  });

  it("is refused for JSON that JSON.parse would let through", () => {
    expect(refusal(editText(bytes, (text) => text.replace('"dtype"', '"version":1,"dtype"')))).toContain(
      'model file: each key should stand once, got "version" again',
    );
    expect(refusal(editText(bytes, () => "[]"))).toContain("the description should be an object, got a list of 0");
    expect(refusal(editText(bytes, (text) => text.slice(0, -1)))).toContain("bad-file: model file:");
  });
});

describe("a network in a hostile file", () => {
  const inside = (depth: number, core: Loose): Loose =>
    depth === 0 ? core : { kind: "sequential", config: { layers: [inside(depth - 1, core)] } };

  it("may be nested, but not without end", () => {
    const flat = save(createModel(sequential([flatten()]), { inputs: [4] }));
    const nested = (depth: number) => edit(flat, (d) => (d.network = inside(depth, { kind: "flatten" })));
    expect(refusal(nested(30))).toBe("no refusal");
    expect(refusal(nested(60))).toContain(
      "too-large: model file: arrays and objects should be nested at most 127 deep",
    );
  });

  it("may repeat layers, but not multiply them without end", () => {
    // each layer holds the one before twice: 2^30 flattens from a file of a page
    const layers: Loose[] = [{ kind: "flatten", id: 1 }];
    for (let id = 2; id <= 31; id++) {
      layers.push({ kind: "sequential", id, config: { layers: [{ same: id - 1 }, { same: id - 1 }] } });
    }
    const flat = save(createModel(sequential([flatten()]), { inputs: [4] }));
    const bomb = (n: number) => edit(flat, (d) => (d.network.config.layers = layers.slice(0, n)));
    expect(refusal(bomb(8))).toBe("no refusal");
    expect(refusal(bomb(31))).toContain("too-large: A network in a file may have at most 20000 kinds");
  });

  it("may not stand in itself through repetition, nor repeat what is not there", () => {
    const layers = (...list: Loose[]) =>
      refusalOf((d) => {
        d.network.config.layers = list;
      });
    const own = { kind: "sequential", id: 1, config: { layers: [{ same: 1 }] } };
    expect(layers(own)).toContain("a kind that does not hold itself");
    expect(layers({ same: 7 })).toContain("should be the id of a kind in the network, got 7");
    expect(layers({ kind: "flatten", id: 1 }, { kind: "flatten", id: 1 })).toContain("one that no other has, got 1");
    // chains of repetitions, written in either direction
    const chain = Array.from({ length: 200 }, (_, i) => ({
      kind: "sequential",
      id: i + 1,
      config: { layers: [i === 0 ? { kind: "flatten" } : { same: i }] },
    }));
    expect(layers(...chain)).toContain("at most 100 inside one another");
    expect(layers(...chain.reverse())).toContain("at most 100 inside one another");
  });

  it("has kinds only where kinds belong", () => {
    expect(refusalOf((d) => (d.network = { kind: "relu" }))).toContain('Unknown layer "relu"');
    expect(refusalOf((d) => (d.network = 3))).toContain("the layer should be an object with a kind, got 3");
    expect(refusalOf((d) => delete d.network)).toContain("network should be a layer, got nothing");
    expect(refusalOf((d) => (firstLayer(d).config.activation = [1]))).toContain("the activation should be an object");
  });
});
