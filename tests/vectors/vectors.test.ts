// What neurite computes, held against PyTorch's numbers and exact ones: every case of every file on both backends in both dtypes.
import { interpreter } from "@neurite/tensor";
import { wasm } from "@neurite/wasm";
import { describe, expect, it } from "vitest";
import { caseMisses } from "./case-misses";
import { readVectors } from "./read-vector";

const vectors = readVectors();

for (const vector of vectors) {
  describe(vector.id, () => {
    for (const one of vector.cases) {
      for (const backend of [interpreter, wasm]) {
        for (const dtype of ["float64", "float32"] as const) {
          it(`${one.name}, ${dtype} on ${backend.name}`, async () => {
            expect(await caseMisses(vector, one, dtype, backend)).toEqual([]);
          });
        }
      }
    }
  });
}

describe("the mappings", () => {
  it("refuse an id, a kind and an option that they do not know", async () => {
    const [vector] = vectors;
    const one = vector?.cases[0];
    if (!vector || !one) throw new Error("There are no files.");
    const missesOf = (changed: object) => caseMisses({ ...vector, ...changed }, one, "float64", interpreter);
    await expect(missesOf({ id: "activation/nonesuch" })).rejects.toThrow("nonesuch has no mapping");
    await expect(missesOf({ kind: "nonesuch" })).rejects.toThrow("nonesuch has no mapping");
    await expect(missesOf({ config: { nonesuch: 1 } })).rejects.toThrow("the options nonesuch have no mapping");
  });

  it("see a number that is off", async () => {
    const relu = vectors.find(({ id }) => id === "activation/relu");
    const one = relu?.cases.at(-1);
    if (!relu || !one?.inputs?.x) throw new Error("There is no relu.");
    const moved = { ...one.inputs.x, data: one.inputs.x.data.map((n) => Number(n) + 1e-3) };
    const got = await caseMisses(relu, { ...one, inputs: { x: moved } }, "float64", interpreter);
    expect(got.length).toBeGreaterThan(0);
  });
});
