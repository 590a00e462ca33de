import type { AnyLayer, Loss } from "@neurite/plugin";
import {
  type Backend,
  type DType,
  type Entry,
  type Executable,
  input,
  type Tensor,
  type Type,
  type Value,
} from "@neurite/tensor";
import { answerEntry } from "./answer-entry";
import { type BlockRunner, blockRows, blockRunner } from "./run-blocks";

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

/** Compiles one entry over the weights of a model. */
export function compileEntry(
  { weights, backend }: Pick<Answering, "weights" | "backend">,
  state: Readonly<Record<string, Tensor>>,
  name: string,
  entry: Entry,
): Executable {
  const executable = backend.compile({ state, entries: { [name]: entry } });
  for (const [path, held] of weights) executable.write(`model/${path}`, held);
  return executable;
}

/** A function that answers in blocks, with the losses against targets where some are given. */
export function scoringRunner(model: Answering, losses: readonly Loss[], targets: readonly Type[]): BlockRunner {
  const { executable, entry } = compileAnswers(model, blockRows, { losses, targets });
  return blockRunner(executable, "answer", entry);
}

function compileAnswers(
  model: Answering,
  rows: number,
  scoring?: { readonly losses: readonly Loss[]; readonly targets: readonly Type[] },
): { readonly executable: Executable; readonly entry: Entry } {
  const { tensors, state } = stateTensors(model.weights);
  const entry = answerEntry(model, tensors, rows, scoring);
  return { executable: compileEntry(model, state, "answer", entry), entry };
}

/** Up to how many rows are answered one by one: a block costs as much as if it were full. */
const fewRows = 16;

/** What answers for a model; programs are compiled when first needed. */
export interface Answerer {
  /** From input values to output values, for any number of rows. */
  readonly rows: BlockRunner;
  /** For a network of one input and one output: fills the output of one row. */
  bindRow(): ReturnType<Executable["bind"]>;
}

export function createAnswerer(model: Answering): Answerer {
  let one: ReturnType<typeof compileAnswers> | undefined;
  let row: BlockRunner | undefined;
  let block: BlockRunner | undefined;
  const compiledRow = () => {
    one ??= compileAnswers(model, 1);
    return one;
  };
  return {
    rows(inputs) {
      if ((inputs[0]?.shape[0] ?? 0) <= fewRows) {
        row ??= blockRunner(compiledRow().executable, "answer", compiledRow().entry);
        return row(inputs);
      }
      block ??= scoringRunner(model, [], []);
      return block(inputs);
    },
    bindRow: () => compiledRow().executable.bind("answer"),
  };
}
