import { dense } from "@neurite/layers";
import { interpreter } from "@neurite/tensor";
import { describe, expect, it, vi } from "vitest";
import { chooseBackend, defaultBackend } from "./default-backend";
import { createModel } from "./model";

describe("the backend unless told otherwise", () => {
  it("is the interpreter where the engine cannot run, with a warning that says why", () => {
    const warnings: string[] = [];
    const backend = chooseBackend("there is no WebAssembly", (message) => warnings.push(message));
    expect(backend).toBe(interpreter);
    expect(warnings).toEqual([
      "neurite: the compiled engine cannot run here: there is no WebAssembly. The interpreter takes over: the same answers up to rounding, many times slower. Pass { backend: interpreter } to have it without this warning.",
    ]);
  });

  it("is chosen once, quietly where nothing is wrong", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(defaultBackend()).toBe(defaultBackend());
    expect(createModel(dense({ units: 1 }), { inputs: [2] }).backend).toBe(defaultBackend());
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});
