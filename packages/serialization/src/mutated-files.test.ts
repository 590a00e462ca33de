import { activationsPlugin, relu } from "@neurite/activations";
import { batchNormalization, dense, layersPlugin, residual } from "@neurite/layers";
import { connect, createModel, graph, inputPoint, networkPlugin, sequential } from "@neurite/network";
import { createRegistry } from "@neurite/plugin";
import { NeuriteError, seedKey, uniformAt } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { block, mix, noisy, recurrent, snake, swish } from "../test/acme";
import { edit, type Loose } from "../test/edit-file";
import { describeModelFile, load, save } from "./index";

const registry = createRegistry({ plugins: [activationsPlugin, layersPlugin, networkPlugin] });

/** Whole numbers below `limit` that the seed decides. */
function dice(seed: number) {
  let at = 0;
  return (limit: number) => Math.floor(uniformAt(seedKey(seed), at++) * limit);
}

const again = dense({ units: 3 });
const point = inputPoint();
const models = [
  createModel(sequential([dense({ units: 4, activation: snake() }), batchNormalization(), dense({ units: 1 })]), {
    inputs: [3],
  }),
  createModel(sequential([residual(mix(0.2)), block(dense({ units: 3, activation: swish }), noisy)]), { inputs: [3] }),
  createModel(sequential([recurrent(3, relu)]), { inputs: [[4, 2]] }),
  createModel(graph({ inputs: [point], outputs: [connect(again, connect(again, point))] }), { inputs: [3] }),
];
const files = models.map((model) => save(model));

const strange: readonly Loose[] = [
  ...[null, true, -1, 0, 1, 2.5, 7, 1e12, 1e300, "", "x", "constructor", "__proto__", "dense", "acme/snake", "rows"],
  ...[[], {}, [[]], { kind: "dense" }, { kind: "relu", config: {} }, { same: 1 }, { same: 2 }, { rows: 1 }],
];

/** All places in JSON data that can be changed. */
function placesIn(data: Loose, found: [Loose, string][] = []): [Loose, string][] {
  if (typeof data !== "object" || data === null) return found;
  for (const name of Object.keys(data)) {
    found.push([data, name]);
    placesIn((data as Record<string, Loose>)[name], found);
  }
  return found;
}

/** Changes one thing: replaces it, drops it, doubles it or swaps it with another. */
function mutate(description: Loose, roll: (limit: number) => number): void {
  const places = placesIn(description);
  const [holder, name]: [Loose, string] = places[roll(places.length)] ?? [{}, ""];
  const [other, otherName]: [Loose, string] = places[roll(places.length)] ?? [{}, ""];
  switch (roll(5)) {
    case 0:
      delete holder[name];
      break;
    case 1:
      holder[name] = structuredClone((other as Record<string, Loose>)[otherName]);
      break;
    case 2:
      if (typeof holder[name] === "number") holder[name] += roll(3) - 1;
      else if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(name)]));
      break;
    default:
      holder[name] = structuredClone(strange[roll(strange.length)]);
  }
}

/** What came of it: a model, or the code of the error. */
function outcome(bytes: Uint8Array): string {
  try {
    describeModelFile(bytes);
    load(bytes, { registry, onWarning: () => undefined });
    return "model";
  } catch (error) {
    if (error instanceof NeuriteError) return error.code;
    throw error;
  }
}

describe("a model file that was changed", () => {
  it.each(files.map((bytes, i) => [i, bytes] as const))("gives a model or a NeuriteError (file %i)", (i, bytes) => {
    const outcomes = new Map<string, number>();
    for (let seed = 0; seed < 200; seed++) {
      const roll = dice(seed + 1000 * i);
      const changed = edit(bytes, (description) => {
        for (let n = roll(3); n >= 0; n--) mutate(description, roll);
      });
      const result = outcome(changed);
      outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
    }
    expect(outcomes.get("model")).toBeGreaterThan(0);
    expect(outcomes.get("bad-file")).toBeGreaterThan(50);
    expect(outcomes.get("internal")).toBeUndefined();
  });

  it("gives a model or a NeuriteError whichever byte is another, and wherever it ends", () => {
    const [bytes = new Uint8Array()] = files;
    const roll = dice(77);
    for (let n = 0; n < 200; n++) {
      const changed = bytes.slice();
      changed[roll(changed.length)] = roll(256);
      expect(outcome(changed)).not.toBe("internal");
      expect(outcome(bytes.slice(0, roll(bytes.length)))).toMatch(/bad-file|too-large/);
    }
  });
});
