import { versionOf } from "../installed.mjs";
import { onBackend } from "../tfjs-backend.mjs";

const packageName = "@tensorflow/tfjs";

async function start() {
  const tf = await import("@tensorflow/tfjs");
  await tf.setBackend("cpu");
  await tf.ready();
  return tf;
}

const { train, predictBulk, predictOne } = onBackend(start);

/** TensorFlow.js in plain JavaScript. @type {import("../contract.mjs").Library} */
export const library = {
  name: "tfjs-cpu",
  packageName,
  version: () => versionOf(packageName),
  // the whole of tfjs, as its documentation has it installed
  page: true,
  train,
  predictBulk,
  predictOne,
};
