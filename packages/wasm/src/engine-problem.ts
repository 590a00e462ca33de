/**
 * The smallest module that a machine without SIMD refuses:
 *
 * ```wat
 * (module (func (result v128) (i8x16.popcnt (i8x16.splat (i32.const 0)))))
 * ```
 */
const simdModule = [
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // "\0asm", version 1
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // types: () -> v128
  ...[0x03, 0x02, 0x01, 0x00], // functions: one of type 0
  ...[0x0a, 0x0a, 0x01, 0x08, 0x00], // code: one body of 8 bytes without locals
  ...[0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x62, 0x0b], // i32.const 0, i8x16.splat, i8x16.popcnt, end
];

/** What this needs of the global `WebAssembly`. */
type Compiler = Pick<typeof WebAssembly, "validate" | "Module">;

/**
 * Why the engine cannot run here, as the end of a sentence; `undefined` where it can.
 *
 * @example
 * ```ts
 * import { engineProblem } from "@neurite/wasm";
 *
 * console.log(engineProblem() ?? "runs"); // → runs
 * ```
 */
export function engineProblem(): string | undefined {
  const compiler = (globalThis as { readonly WebAssembly?: Compiler }).WebAssembly;
  if (compiler === undefined) return "there is no WebAssembly";
  const bytes = Uint8Array.from(simdModule);
  if (!compiler.validate(bytes)) return "its WebAssembly has no SIMD";
  try {
    new compiler.Module(bytes);
    return undefined;
  } catch (cause) {
    // a page whose Content-Security-Policy lacks 'wasm-unsafe-eval' ends here
    return `it does not let WebAssembly be compiled (${cause instanceof Error ? cause.message : String(cause)})`;
  }
}
