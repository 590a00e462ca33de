// No library but a limit: what the processor does of 128-bit multiplications and additions when nothing else has to be done.

// with factor and summand as many as V8 has registers for; fewer wait for one another
const accumulators = 13;
const [i32, f32, v128] = [0x7f, 0x7d, 0x7b];
const [n, factor, summand] = [0, 1, 2];
const [factors, summands, firstAccumulator] = [3, 4, 5];

const get = (local) => [0x20, local];
const set = (local) => [0x21, local];
const tee = (local) => [0x22, local];
const splat = [0xfd, 0x13];
const multiply = [0xfd, 0xe6, 0x01];
const add = [0xfd, 0xe4, 0x01];
const lane0 = [0xfd, 0x1f, 0];

const every = (/** @type {(accumulator: number) => number[]} */ code) =>
  Array.from({ length: accumulators }, (_, i) => code(firstAccumulator + i)).flat();

/** `(n, factor, summand) => x`: n times `a = a · factor + summand` in each accumulator, then all of them added up. */
const body = [
  ...[...get(factor), ...splat, ...set(factors)],
  ...[...get(summand), ...splat, ...set(summands)],
  ...[0x03, 0x40], // loop
  ...every((a) => [...get(a), ...get(factors), ...multiply, ...get(summands), ...add, ...set(a)]),
  ...[...get(n), 0x41, 1, 0x6b, ...tee(n)], // n = n - 1
  ...[0x0d, 0, 0x0b], // if it is not 0, once more; end
  ...get(firstAccumulator),
  ...every((a) => [...get(a), ...add]),
  ...[...lane0, 0x0b],
];

const section = (/** @type {number} */ id, /** @type {number[]} */ content) => [
  id,
  ...size(content.length),
  ...content,
];
const size = (/** @type {number} */ length) => (length < 128 ? [length] : [(length & 127) | 128, length >> 7]);
const locals = [1, 2 + accumulators, v128];
const code = [...locals, ...body];

/** The module, with `run` for its one export. */
export const peakModule = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [1, 0x60, 3, i32, f32, f32, 1, f32]),
  ...section(3, [1, 0]),
  ...section(7, [1, 3, ...new TextEncoder().encode("run"), 0, 0]),
  ...section(10, [1, ...size(code.length), ...code]),
]);

/** @type {import("../contract.mjs").Library} */
export const library = {
  name: "wasm-peak",
  version: () => `Node ${process.versions.node}`,

  async multiply({ size: side }) {
    const { instance } = await WebAssembly.instantiate(peakModule);
    const run = /** @type {(n: number, factor: number, summand: number) => number} */ (instance.exports.run);
    const rounds = Math.round((2 * side ** 3) / (accumulators * 4 * 2));
    return {
      times(count) {
        for (let i = 0; i < count; i++) run(rounds, 0.5, 0.5);
      },
    };
  },
};
