import { writeSafetensors } from "neurite";
import { describe, expect, it } from "vitest";
import { isSafetensors } from "./is-safetensors";

describe("isSafetensors", () => {
  it("knows such a file by its first bytes, a damaged one by its name", () => {
    expect(isSafetensors({ bytes: writeSafetensors(new Map()), name: "model" })).toBe(true);
    expect(isSafetensors({ bytes: new Uint8Array(0), name: "Model.SafeTensors" })).toBe(true);
    expect(isSafetensors({ bytes: new TextEncoder().encode("a,b\n1,2\n3,4\n"), name: "t.csv" })).toBe(false);
    expect(isSafetensors({ bytes: new Uint8Array(0), name: "t.csv" })).toBe(false);
  });
});
