import type { AnyLayer, Loss } from "@neurite/plugin";
import { type Backend, type DType, type Executable, input, type Tensor, type Type, type Value } from "@neurite/tensor";
import { answerEntry } from "./answer-entry";
import { blockRows, runBlocks } from "./run-blocks";

/** What answering needs of a model. */
export interface Answering {
  readonly network: AnyLayer;
  readonly inputs: readonly Type[];
  readonly dtype: DType;
  readonly weights: ReadonlyMap<string, Value>;
  readonly backend: Backend;
}

/** The state of a network as graph inputs, under the names that a program gives it. */
export function stateTensors(weights: ReadonlyMap<string, Type>): {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly state: Readonly<Record<string, Tensor>>;
} {
  const tensors = new Map([...weights].map(([path, type]) => [path, input(path, type)]));
  const named = [...tensors].map(([path, tensor]) => [`model/${path}`, tensor] as const);
  return { tensors, state: Object.fromEntries(named) };
}

/** Compiles a model's answers for blocks of `rows` rows, with the losses against targets where some are given. */
export function compileAnswers(
  model: Answering,
  rows: number,
  scoring?: { readonly losses: readonly Loss[]; readonly targets: readonly Type[] },
): Executable {
  const { tensors, state } = stateTensors(model.weights);
  const answer = answerEntry(model, tensors, rows, scoring);
  const executable = model.backend.compile({ state, entries: { answer } });
  for (const [path, held] of model.weights) executable.write(`model/${path}`, held);
  return executable;
}

/** A function from input values to output values for any number of rows; programs are compiled when first needed. */
export function createPredictor(model: Answering): (inputs: readonly Value[]) => readonly Value[] {
  const executables = new Map<number, Executable>();
  return (inputs) => {
    const rows = inputs[0]?.shape[0] === 1 ? 1 : blockRows;
    const executable = executables.get(rows) ?? compileAnswers(model, rows);
    executables.set(rows, executable);
    return runBlocks(executable, "answer", inputs, rows);
  };
}
