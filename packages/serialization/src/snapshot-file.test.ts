import { tanh } from "@neurite/activations";
import { dense, dropout } from "@neurite/layers";
import { adam, exponentialMovingAverage, fit, meanSquaredError, sequential } from "@neurite/network";
import { NeuriteError } from "@neurite/tensor";
import { describe, expect, it } from "vitest";
import { readSafetensors, save, writeSafetensors } from "./index";
import { loadSnapshot, saveSnapshot } from "./snapshot-file";

const data = { inputs: [[0], [1], [2], [3]], targets: [[1], [3], [5], [7]] };
const network = () => sequential([dense({ units: 3, activation: tanh }), dropout({ rate: 0.2 }), dense({ units: 1 })]);
const options = {
  loss: meanSquaredError,
  optimizer: adam(),
  seed: 4,
  batchSize: 2,
  validationData: data,
  earlyStopping: { patience: 9 },
  average: exponentialMovingAverage(),
} as const;

const refusal = (bytes: Uint8Array): string => {
  try {
    loadSnapshot(bytes);
    return "no refusal";
  } catch (error) {
    return error instanceof NeuriteError ? `${error.code}: ${error.message}` : String(error);
  }
};

/** The same file with another description. */
function described(bytes: Uint8Array, change: (description: Record<string, unknown>) => unknown): Uint8Array {
  const { tensors, metadata } = readSafetensors(bytes);
  const before = JSON.parse(metadata.get("neurite-snapshot") ?? "{}");
  return writeSafetensors(tensors, new Map([["neurite-snapshot", JSON.stringify(change(before))]]));
}

describe("a snapshot in a file", () => {
  it("comes back as it was, and the training goes on to the same bits", async () => {
    const { snapshot } = await fit(network(), data, { ...options, epochs: 5 });
    const again = loadSnapshot(saveSnapshot(snapshot));
    expect({ ...again, state: undefined, best: undefined }).toEqual({ ...snapshot, state: undefined, best: undefined });
    expect(new Map([...again.state].sort())).toEqual(new Map([...snapshot.state].sort()));
    const whole = await fit(network(), data, { ...options, epochs: 9 });
    const rest = await fit(network(), data, { ...options, epochs: 9, from: again });
    expect(rest.model.weights).toEqual(whole.model.weights);
    expect(rest.history).toEqual(whole.history);
  });

  it("is refused where it is cut off, damaged, of a newer version, or no snapshot", async () => {
    const { snapshot, model } = await fit(network(), data, { ...options, epochs: 1 });
    const bytes = saveSnapshot(snapshot);
    for (let length = 0; length < bytes.length; length += 97) {
      expect(refusal(bytes.subarray(0, length))).toMatch(/^bad-file/);
    }
    expect(refusal(save(model))).toContain("bad-file: This safetensors file holds no snapshot of a training");
    expect(refusal(described(bytes, (d) => ({ ...d, version: 2 })))).toContain("newer-version");
    expect(refusal(described(bytes, (d) => ({ ...d, epoch: -1 })))).toContain("epoch should be a whole number from 0");
    expect(refusal(described(bytes, (d) => ({ ...d, step: "1" })))).toMatch(/^bad-file/);
    expect(refusal(described(bytes, (d) => ({ ...d, controller: [] })))).toContain("controller should be an object");
    expect(refusal(described(bytes, (d) => ({ ...d, more: 1 })))).toContain("no field");
    expect(refusal(described(bytes, () => []))).toMatch(/^bad-file/);
  });

  it("of another network or another training is refused by fit", async () => {
    const { snapshot } = await fit(network(), data, { ...options, epochs: 2 });
    const from = loadSnapshot(saveSnapshot(snapshot));
    await expect(fit(dense({ units: 1 }), data, { ...options, epochs: 3, from })).rejects.toThrow(NeuriteError);
    const bytes = described(saveSnapshot(snapshot), (d) => ({ ...d, controller: { epochs: 3, controls: null } }));
    await expect(fit(network(), data, { ...options, epochs: 3, from: loadSnapshot(bytes) })).rejects.toThrow(
      NeuriteError,
    );
  });
});
