// What an activation and its derivative are at many numbers, computed from its expression as a layer applies it.
import { trace } from "@neurite/plugin";
import { constant, evaluate, filled, gradient, keyTensor, order, seedKey } from "@neurite/tensor";

/** How far the drawing reaches to both sides, where 5 does not show what is meant. */
const reach = { relu6: 8, sinc: 15, sine: 7, snake: 7 };

/** What stands beside x where an activation works along an axis, unless it is `[x, 0]`. */
const rows = { glu: (/** @type {number} */ x) => [1, x] };

/** An even number of steps of less than 0.02, so that x is 0 in the middle and jumps can be told from slopes. */
const steps = 1200;

/** @typedef {import("@neurite/plugin").Activation} Activation */

/**
 * @param {Activation} activation
 * @param {readonly (readonly number[])[]} given rows of numbers
 * @param {boolean} [training]
 */
function applied(activation, given, training = false) {
  const x = constant(
    given.map((row) => [...row]),
    "float64",
  );
  /** @type {import("@neurite/plugin").AnyLayer} */
  const layer = { kind: "drawing", apply: ([input], scope) => scope.activate("activation", activation, input) };
  const options = {
    training,
    dtype: /** @type {const} */ ("float64"),
    ...(training && { key: keyTensor(seedKey(1)) }),
  };
  const started = [...trace(layer, [x], options).parameters].map(
    ([path, { spec, tensor }]) =>
      /** @type {const} */ ([path, constant(filled(tensor, spec.initializer.sample(tensor.shape, seedKey(1))))]),
  );
  const record = trace(layer, [x], { ...options, tensors: new Map(started) });
  return { x, y: record.outputs[0] ?? x, random: order(record.outputs).some(({ op }) => op === "random") };
}

/** Whether a number among others gives something else than alone.
 * @param {Activation} activation */
function isAlongAxis(activation) {
  const { x, y } = applied(activation, [[0.5, 0.25]]);
  if (y.shape.at(-1) !== 2) return true;
  const [slopes] = evaluate([gradient(y.slice([0, 0], [1, 1]).sum(), [x])[0]]);
  return slopes.data[1] !== 0;
}

/** @param {Activation} activation */
export function curvesOf(activation) {
  const { kind } = activation;
  const far = Object.hasOwn(reach, kind) ? reach[/** @type {keyof typeof reach} */ (kind)] : 5;
  const x = Array.from({ length: steps + 1 }, (_, i) => (far * (2 * i - steps)) / steps);
  const alongAxis = isAlongAxis(activation);
  const rowOf = kind === "glu" ? rows.glu : (/** @type {number} */ n) => (alongAxis ? [n, 0] : [n]);
  const place = rowOf(1.5).indexOf(1.5);
  const result = applied(activation, x.map(rowOf));
  const first = result.y.slice([0, 0], [x.length, 1]);
  const [slopes] = gradient(first.sum(), [result.x]);
  const [values, derivative] = evaluate([first, slopes.slice([0, place], [x.length, 1])]);
  /** @param {ArrayLike<number>} data */
  const rounded = (data) => Array.from(data, (n) => Number(n.toFixed(4)) + 0); // so that no last bit decides a pixel
  return {
    x,
    values: rounded(values.data),
    slopes: rounded(derivative.data),
    /** The row that is drawn, such as `x, 0`. */
    row: rowOf(1.5)
      .map((n) => (n === 1.5 ? "x" : String(n)))
      .join(", "),
    alongAxis,
    random: applied(activation, [[1, 2]], true).random,
  };
}
