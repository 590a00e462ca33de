import { afterEach, describe, expect, it, vi } from "vitest";
import { engineProblem } from "./engine-problem";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("engineProblem", () => {
  it("finds none where WebAssembly has SIMD and may be compiled", () => {
    expect(engineProblem()).toBeUndefined();
  });

  it("names what is not there", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(engineProblem()).toBe("there is no WebAssembly");
    vi.stubGlobal("WebAssembly", { ...WebAssembly, validate: () => false });
    expect(engineProblem()).toBe("its WebAssembly has no SIMD");
  });

  it("tells why a page refuses to compile", () => {
    class Module {
      constructor() {
        throw new WebAssembly.CompileError("violates the page's Content-Security-Policy");
      }
    }
    const { CompileError } = WebAssembly;
    vi.stubGlobal("WebAssembly", { validate: () => true, CompileError, Module });
    expect(engineProblem()).toBe(
      "it does not let WebAssembly be compiled (violates the page's Content-Security-Policy)",
    );
  });

  it("asks for a module that is valid, and for SIMD by it", () => {
    const asked: Uint8Array[] = [];
    vi.stubGlobal("WebAssembly", { validate: (bytes: Uint8Array) => asked.push(bytes) === 0 });
    engineProblem();
    vi.unstubAllGlobals();
    const [bytes = new Uint8Array()] = asked;
    expect(WebAssembly.validate(Uint8Array.from(bytes))).toBe(true);
    expect(Array.from(bytes)).toContain(0xfd); // the prefix of the SIMD instructions
  });
});
