// All workloads and libraries, in the order in which they are shown.

const workloadNames = [
  ...["train-32", "train-256", "train-wide", "train-tabular", "predict-bulk", "predict-one"],
  ...["matmul-256", "matmul-512", "matmul-1024", "cold-start", "compile-cold", "compile-warm"],
  ...["least-squares", "least-squares-cold"],
  ...["memory-growth", "memory-beyond", "bundle"],
];
const libraryFiles = [
  ...[
    "neurite",
    "neurite-plain",
    "jax-js",
    "tfjs-wasm",
    "tfjs-cpu",
    "brain-js",
    "onnxruntime-web",
    "ml-matrix",
    "javascript",
  ],
  ...["numpy", "scikit-learn", "pytorch", "wasm-peak"],
];

/** @param {string} file */
export const libraryFrom = async (file) =>
  /** @type {import("./contract.mjs").Library} */ ((await import(`./libraries/${file}.mjs`)).library);

/** @param {string} name */
export const workloadNamed = async (name) =>
  /** @type {import("./contract.mjs").Workload} */ ((await import(`./workloads/${name}.mjs`)).workload);

/** @param {string} name */
export const libraryNamed = (name) => libraryFrom(name.replace(".", "-"));

export const allWorkloads = () => Promise.all(workloadNames.map(workloadNamed));
export const allLibraries = () => Promise.all(libraryFiles.map(libraryFrom));

/**
 * Whether a library takes part in a workload.
 * @param {import("./contract.mjs").Library} library
 * @param {import("./contract.mjs").Workload} workload
 */
export function takesPart(library, workload) {
  if (!library[workload.needs] || library.except?.includes(workload.name)) return false;
  return workload.only?.includes(library.name) ?? true;
}
