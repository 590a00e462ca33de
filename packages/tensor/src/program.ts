import type { Tensor } from "./tensor";
import type { Data, Value } from "./value";

/** One thing that a program can do: read inputs and state, give outputs, set state. */
export interface Entry {
  readonly inputs: Readonly<Record<string, Tensor>>;
  readonly outputs: Readonly<Record<string, Tensor>>;
  /** The next value of each state that changes, by its name. All are computed from the present state, then set at once. */
  readonly updates: Readonly<Record<string, Tensor>>;
  /** One bool: where it is false nothing is set and `repeat` stops. */
  readonly guard?: Tensor;
}

/**
 * One state with several entries (train, evaluate, predict …): parameters exist once.
 *
 * The names of the state are paths: `model/<path>`, `optimizer/<path>/<slot>`, `data/…`. Each is a graph input.
 */
export interface Program {
  readonly state: Readonly<Record<string, Tensor>>;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** A program with its memory. Nothing has to be freed by hand. State starts as zeros. */
export interface Executable {
  /** Carries an entry out once and gives its outputs; updates are set unless the guard says no. */
  run(entry: string, inputs?: Readonly<Record<string, Value>>): Readonly<Record<string, Value>>;
  /** Carries an entry without inputs out many times; gives how many were completed before the guard said no. */
  repeat(entry: string, times: number): number;
  /** A function for an entry of one input and one output: it reads `input` and fills `output` where they are, for one row or block after the other. */
  bind(entry: string): (input: Data, output: Data) => void;
  /** A copy of a state. */
  read(state: string): Value;
  /** Copies a value into a state. */
  write(state: string, value: Value): void;
}

/** Something that can carry programs out. */
export interface Backend {
  readonly name: string;
  compile(program: Program): Executable;
}
