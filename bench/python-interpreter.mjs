import { spawnSync } from "node:child_process";

const candidates = [process.env.PYTHON, "python3", "/usr/bin/python3", "python"].filter((name) => name !== undefined);

/** One thread, and no processor type of another machine, which slows OpenBLAS down (both variables go together). */
export function pythonEnvironment() {
  const { OPENBLAS_CORETYPE: _type, OPENBLAS_L2_SIZE: _size, ...rest } = process.env;
  const threads = ["OPENBLAS", "OMP", "MKL", "BLIS"].map((name) => [`${name}_NUM_THREADS`, "1"]);
  return { ...rest, ...Object.fromEntries(threads), PYTHONDONTWRITEBYTECODE: "1" };
}

/**
 * The first Python that has a module, and numpy for the data. Distributions' packages are often in another one than the first in the path.
 * @param {string} module
 */
export function pythonWith(module) {
  return candidates.find((name) => {
    const options = { env: pythonEnvironment(), stdio: /** @type {const} */ ("ignore"), timeout: 60_000 };
    return spawnSync(name, ["-c", `import numpy, ${module}`], options).status === 0;
  });
}
