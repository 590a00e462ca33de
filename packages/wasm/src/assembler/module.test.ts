import { describe, expect, it } from "vitest";
import { Code } from "./code";
import { Module } from "./module";

function instantiate(module: Module): { exports: Record<string, (...numbers: number[]) => number>; memory: DataView } {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  const compiled = new WebAssembly.Module(module.bytes(false));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { exports: exports as Record<string, (...numbers: number[]) => number>, memory: new DataView(memory.buffer) };
}

describe("a module", () => {
  it("runs a function that loops, branches and calls another", () => {
    const module = new Module();
    const twice = new Code(["i32"], ["i32"]);
    twice.get(0);
    twice.i32(1);
    twice.op("i32.shl");
    const code = new Code(["i32"], ["i32"]);
    const sum = code.local("i32");
    code.times(5, () => {
      code.get(sum, 0);
      code.op("i32.add");
      code.set(sum);
    });
    code.get(sum);
    code.call(module.add(twice));
    module.export("run", module.add(code));
    expect(instantiate(module).exports.run?.(7)).toBe(70); // 2 · (5 · 7)
  });

  it("holds functions of the same bytes once", () => {
    const module = new Module();
    const seven = () => {
      const code = new Code([], ["i32"]);
      code.i32(7);
      return code;
    };
    expect(module.add(seven())).toBe(module.add(seven()));
    expect(module.add(new Code())).toBe(1);
  });

  it("holds what functions call later once", () => {
    const module = new Module();
    const half = new Code(["i32"], ["i32"]);
    half.get(0);
    half.i32(1);
    half.op("i32.shr_u");
    for (const times of [1, 2]) {
      const code = new Code(["i32"], ["i32"]);
      code.get(0);
      for (let i = 0; i < times; i++) code.callLater(half);
      module.export(`run${times}`, module.add(code));
    }
    expect(module.add(half)).toBe(0);
    const { exports } = instantiate(module);
    expect([exports.run1?.(12), exports.run2?.(12)]).toEqual([6, 3]);
  });

  it("writes whole numbers of every size and sign", () => {
    const numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, -8193, 2 ** 31 - 1, -(2 ** 31)];
    const module = new Module();
    numbers.forEach((n, i) => {
      const code = new Code([], ["i32"]);
      code.i32(n);
      module.export(`n${i}`, module.add(code));
    });
    const { exports } = instantiate(module);
    expect(numbers.map((_, i) => exports[`n${i}`]?.())).toEqual(numbers);
  });

  it("writes vectors and lanes", () => {
    const module = new Module();
    const code = new Code(["i32"]);
    code.get(0);
    code.f32x4(1.5);
    code.i32x4(1, 2, 3, 4);
    code.op("f32x4.convert_i32x4_s", "f32x4.mul");
    code.memory("v128.store", 16);
    module.export("run", module.add(code));
    const { exports, memory } = instantiate(module);
    exports.run?.(8);
    expect([0, 1, 2, 3].map((i) => memory.getFloat32(24 + 4 * i, true))).toEqual([1.5, 3, 4.5, 6]);
  });
});
