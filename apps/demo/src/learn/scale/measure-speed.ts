import { type Backend, tensor, value } from "neurite";

/** How fast multiply-adds went for a while. */
export interface Burst {
  readonly multiplyAdds: number;
  readonly seconds: number;
}

const side = 256;

/**
 * Multiplies two matrices of 256 by 256 again and again, for so many bursts of so many seconds. A first one that is not counted warms up.
 *
 * `now` gives seconds.
 */
export function measureSpeed(backend: Backend, bursts: number, seconds: number, now: () => number): readonly Burst[] {
  const type = { shape: [side, side], dtype: "float32" } as const;
  const state = { a: tensor.input("a", type), b: tensor.input("b", type), c: tensor.input("c", type) };
  const updates = { c: state.a.matmul(state.b) };
  const executable = backend.compile({ state, entries: { multiply: { inputs: {}, outputs: {}, updates } } });
  const numbers = Float32Array.from({ length: side * side }, (_, i) => ((i * 7) % 31) / 31 - 0.5);
  for (const name of ["a", "b"]) executable.write(name, value(numbers, { shape: type.shape }));
  const burst = (): Burst => {
    const begin = now();
    let times = 0;
    let spent = 0;
    do {
      times += executable.repeat("multiply", 4);
      spent = now() - begin;
    } while (spent < seconds);
    return { multiplyAdds: times * side ** 3, seconds: spent };
  };
  burst();
  return Array.from({ length: bursts }, burst);
}

/** The middle of an odd number of bursts, by speed. */
export function medianBurst(bursts: readonly Burst[]): Burst {
  const sorted = [...bursts].sort((a, b) => a.multiplyAdds / a.seconds - b.multiplyAdds / b.seconds);
  return sorted[Math.floor(sorted.length / 2)] as Burst;
}
