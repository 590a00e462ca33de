import { Code } from "../src/assembler/code";
import { Module } from "../src/assembler/module";
import type { FloatType } from "../src/functions/float-type";

type Emit = (code: Code, dtype: FloatType) => void;

/**
 * A function of the engine over blocks of numbers: write arguments into `inputs`, call `run`, read `output`.
 *
 * Arguments stand one array after the other, as the function takes them off the stack.
 */
export function applyFunction(emit: Emit, dtype: FloatType, { size = 1 << 16, inputs = 1 } = {}) {
  const bytes = dtype === "float32" ? 4 : 8;
  const code = new Code(["i32"]);
  const at = code.local("i32");
  code.loop(() => {
    code.get(at);
    for (let i = 0; i < inputs; i++) {
      code.get(at);
      code.memory("v128.load", i * size * bytes);
    }
    emit(code, dtype);
    code.memory("v128.store", inputs * size * bytes);
    code.bump(at, 16);
    code.get(at, 0);
    code.op("i32.lt_u");
    code.brIf(0);
  });
  const module = new Module();
  module.export("run", module.add(code));
  const pages = Math.ceil(((inputs + 1) * size * bytes) / 65536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const compiled = new WebAssembly.Module(module.bytes(false));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const block = (i: number) =>
    dtype === "float32"
      ? new Float32Array(memory.buffer, i * size * 4, size)
      : new Float64Array(memory.buffer, i * size * 8, size);
  const run = exports.run as (bytes: number) => void;
  return {
    inputs: Array.from({ length: inputs }, (_, i) => block(i)),
    output: block(inputs),
    run: () => run(size * bytes),
  };
}
