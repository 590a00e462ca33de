import { type Minimizer, type Snapshot, trace } from "@neurite/plugin";
import { filled, input, NeuriteError, sizeOf, type Value, value } from "@neurite/tensor";
import type { Model } from "../model";
import { rowInputs } from "../trace-rows";
import { controllerOf } from "./controller";
import type { Deadline } from "./deadline";
import { failure } from "./diagnose";
import type { Prepared } from "./prepare-data";
import { pause } from "./slices";
import { control } from "./step";
import { type Compiled, readers, type Training } from "./training";

/** The state of a snapshot that holds all trained numbers in float64, as the minimizer left them. */
const pointName = "minimizer/point";

/** A training by a minimizer, which looks at all rows and drives itself: one of its steps is an epoch. */
export function createMinimization(
  compiled: Compiled,
  minimizer: Minimizer,
  model: Model,
  validation: Prepared | undefined,
  from: Snapshot | undefined,
  deadline: Deadline,
): Training {
  const { executable, trained } = compiled;
  let size = 0;
  const slots = trained.map((path) => {
    const held = model.weights.get(path) as Value;
    const begin = size;
    size += held.data.length;
    return { name: `model/${path}`, held, begin, end: size };
  });
  const put = (point: Float64Array) => {
    for (const { name, held, begin, end } of slots) executable.write(name, filled(held, point.subarray(begin, end)));
  };
  const objective = (point: Float64Array) => {
    put(point);
    const { loss, ...gradients } = executable.run("gradients");
    const gradient = new Float64Array(size);
    slots.forEach(({ begin }, i) => {
      gradient.set(gradients[i]?.data ?? [], begin);
    });
    return { loss: loss?.data[0] ?? Number.NaN, gradient };
  };

  let point = startOf(from, slots, size, executable.read);
  let memory = from && controllerOf(from).memory;
  let steps: ReturnType<typeof begin> | undefined;
  const begin = () => minimizer.steps(objective, point.slice(), memory)[Symbol.iterator]();
  let loss = Number.NaN;
  const read = readers(compiled, model, validation);
  return {
    ...read,
    runEpoch: async (epoch) => {
      await pause();
      const halt = deadline.halt();
      if (halt) return halt;
      if (!steps) {
        const first = objective(point);
        if (!Number.isFinite(first.loss) || !first.gradient.every(Number.isFinite)) {
          throw failure(compiled, "gradients", { epoch, batch: 1 });
        }
        steps = begin();
      }
      const { done, value: next } = steps.next();
      if (done) {
        put(point);
        return "converged";
      }
      ({ point, loss, memory } = next);
      put(point);
      executable.write(control.step, value(epoch, { dtype: "float64" }));
      return "completed";
    },
    loss: () => loss,
    learningRate: () => undefined,
    setLearningRate: () => undefined,
    state: () => new Map([...read.state(), [pointName, value(point.slice())]]),
    memory: () => memory,
  };
}

function startOf(
  from: Snapshot | undefined,
  slots: readonly { readonly name: string; readonly held: Value }[],
  size: number,
  read: (state: string) => Value,
): Float64Array {
  const kept = from?.state.get(pointName);
  if (kept && kept.dtype === "float64" && sizeOf(kept.shape) === size) {
    return Float64Array.from(kept.data);
  }
  return Float64Array.from(slots.flatMap(({ name }) => Array.from<number>(read(name).data)));
}

/** Refuses networks whose loss is not a function of the weights alone, or whose weights must stay in a set that a minimizer does not know. */
export function checkMinimizable({ network, inputs, dtype }: Model, { kind }: Minimizer): void {
  const key = input("key", { shape: [2], dtype: "int32" });
  const traced = trace(network, rowInputs("input", inputs, 2), { training: true, dtype, key });
  const random = traced.places.find(({ requests }) => requests.some(({ type }) => type === "key"));
  if (random) {
    throw new NeuriteError(
      "bad-argument",
      `fit: ${kind} asks for the same loss many times, but "${random.applied.kind}" draws new numbers each time. Leave it out, or use an optimizer by steps, such as adam.`,
    );
  }
  const bound = [...traced.parameters].find(([, { spec }]) => spec.constraint);
  if (bound) {
    throw new NeuriteError(
      "bad-argument",
      `fit: ${kind} cannot keep the constraint on "${bound[0]}". Leave it out, or use an optimizer by steps, such as adam.`,
    );
  }
}
