// Plain training on all rows at once, compiled once and started as often as one likes: a step of a small network takes some microseconds, and
// what `fit` does around a training (shuffling, batches, progress) would take many times as long.
import {
  type AnyLayer,
  createModel,
  gradient,
  type Loss,
  type Optimizer,
  type Tensor,
  tensor,
  trace,
  type Value,
  value,
} from "neurite";
import type { Rows } from "./rows";
import { smallBackend } from "./small-backend";
import { numbersOf, type Weights, weightValues } from "./weights";

/** What is trained, on what, and how. */
export interface TrainerPlan {
  readonly network: AnyLayer;
  readonly inputs: number;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly train: Rows;
  /** Rows that are only asked about: what the network answers to them is told by `look`. */
  readonly asked: Float64Array;
}

/** What can be seen of a network between two steps. */
export interface Look {
  readonly weights: Weights;
  /** Of the mean loss over all training rows, by the same paths. */
  readonly gradients: Weights;
  readonly loss: number;
  /** The network's answers to the rows asked about. */
  readonly answers: readonly number[];
}

/** A compiled training, to be started again and again. */
export interface Trainer {
  /** Puts starting weights and a learning rate in place; whatever an optimizer remembers is forgotten. */
  start(weights: Weights, learningRate: number): void;
  /** Makes so many steps, or fewer where a loss or gradient is no longer finite; tells how many. */
  run(steps: number): number;
  look(): Look;
  /** The answers alone, for who needs nothing else. */
  answers(): readonly number[];
}

/** The rate and the number of steps made are state beside the network's and the optimizer's. */
const rateName = "train/learningRate";
const stepName = "train/step";

/** Compiles the training of a network: one state, an entry that makes a step and two that look. */
export function createTrainer({ network, inputs, loss, optimizer, train, asked }: TrainerPlan): Trainer {
  const dtype = "float64";
  const backend = smallBackend();
  const { weights: initial } = createModel(network, { inputs: [inputs], dtype, backend });
  const held = new Map<string, Value>();
  const state: Record<string, Tensor> = {};
  const keep = (name: string, start: Value): Tensor => {
    held.set(name, start);
    state[name] ??= tensor.input(name, start);
    return state[name];
  };
  const matrix = (data: Float64Array, columns: number) => value(data, { shape: [data.length / columns, columns] });
  const parameters = new Map([...initial].map(([path, start]) => [path, keep(`model/${path}`, start)]));
  const rate = keep(rateName, value(0, { dtype }));
  const step = keep(stepName, value(0, { dtype }));
  const x = keep("data/inputs", matrix(train.inputs, inputs));
  const y = keep("data/targets", matrix(train.targets, 1));
  const questions = keep("data/asked", matrix(asked, inputs));

  const passed = trace(network, [x], { training: true, dtype, tensors: parameters });
  const output = passed.outputs[0] as Tensor;
  const mean = [loss.apply(output, y).mean(), ...passed.penalties].reduce((a, b) => a.add(b));
  const trained = [...parameters];
  const gradients = gradient(
    mean,
    trained.map(([, parameter]) => parameter),
  );
  const updates: Record<string, Tensor> = { [stepName]: step.add(1) };
  trained.forEach(([path, parameter], i) => {
    const slots = Object.entries(optimizer.state(parameter));
    const next = optimizer.update({
      parameter,
      gradient: gradients[i] as Tensor,
      state: Object.fromEntries(
        slots.map(([slot, type]) => [slot, keep(`optimizer/${path}/${slot}`, tensor.zeros(type))]),
      ),
      learningRate: rate,
      step,
      decay: true,
    });
    updates[`model/${path}`] = next.parameter;
    for (const [slot] of slots) updates[`optimizer/${path}/${slot}`] = next.state[slot] as Tensor;
  });
  const answers = trace(network, [questions], { training: false, dtype, tensors: parameters }).outputs[0] as Tensor;
  const gradientOf = Object.fromEntries(trained.map(([path], i) => [path, gradients[i] as Tensor]));
  const guard = tensor.allFinite([mean, ...gradients]);
  const entry = (outputs: tensor.Entry["outputs"]): tensor.Entry => ({ inputs: {}, outputs, updates: {} });
  const entries = {
    step: { inputs: {}, outputs: {}, updates, guard },
    look: entry({ ...gradientOf, " loss": mean, " answers": answers }),
    answers: entry({ answers }),
  };
  const executable = backend.compile({ state, entries });
  for (const [name, start] of held) executable.write(name, start);

  return {
    start(weights, learningRate) {
      for (const [name, start] of held) if (!name.startsWith("data/")) executable.write(name, start);
      for (const [path, start] of weightValues(weights, initial)) executable.write(`model/${path}`, start);
      executable.write(rateName, value(learningRate, { dtype }));
    },
    run: (steps) => executable.repeat("step", steps),
    look() {
      const seen = executable.run("look");
      const read = (name: string) => numbersOf(seen[name] as Value);
      return {
        weights: Object.fromEntries(trained.map(([path]) => [path, numbersOf(executable.read(`model/${path}`))])),
        gradients: Object.fromEntries(trained.map(([path]) => [path, read(path)])),
        loss: read(" loss")[0] as number,
        answers: read(" answers"),
      };
    },
    answers: () => numbersOf(executable.run("answers").answers as Value),
  };
}
