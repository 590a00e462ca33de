import { versionOf } from "../installed.mjs";
import { onBackend } from "../tfjs-backend.mjs";

const packageName = "@tensorflow/tfjs-backend-wasm";

async function start() {
  const tf = await import("@tensorflow/tfjs");
  const { setThreadsCount } = await import("@tensorflow/tfjs-backend-wasm");
  setThreadsCount(1);
  await tf.setBackend("wasm");
  await tf.ready();
  return tf;
}

/** TensorFlow.js on its WebAssembly backend with SIMD. @type {import("../contract.mjs").Library} */
export const library = {
  name: "tfjs-wasm",
  packageName,
  version: () => versionOf(packageName),
  ...onBackend(start),
};
