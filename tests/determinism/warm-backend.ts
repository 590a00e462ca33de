// A backend whose trainings find their threads awake, however short they are.
import type { Backend, Executable, Program, Value } from "neurite";
import type { Seen } from "./watch-workers";

/** Makes the program of a training, gets its threads going, and gives a backend whose next training has it. */
export async function warmBackend(
  backend: Backend,
  seen: Seen,
  train: (backend: Backend) => Promise<unknown>,
): Promise<Backend> {
  let kept: { readonly program: Program; readonly executable: Executable } | undefined;
  await train({
    name: backend.name,
    compile(program) {
      const executable = backend.compile(program);
      if (isTraining(program)) kept = { program, executable };
      return executable;
    },
  });
  if (!kept) throw new Error("fit compiled no training");
  const { program, executable } = kept;
  const before = seen.runs;
  while (seen.runs === before) {
    executable.repeat("step", 1);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return {
    name: backend.name,
    compile(next) {
      if (!isTraining(next)) return backend.compile(next);
      for (const [name, { shape, dtype }] of Object.entries(program.state)) executable.write(name, zeros(shape, dtype));
      return executable;
    },
  };
}

function isTraining(program: Program): boolean {
  return Object.hasOwn(program.entries, "step");
}

function zeros(shape: readonly number[], dtype: Value["dtype"]): Value {
  const size = shape.reduce((a, b) => a * b, 1);
  const kinds = { float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Uint8Array } as const;
  return { shape, dtype, data: new kinds[dtype](size) };
}
