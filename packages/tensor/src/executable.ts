import { missingInput, unknownName } from "./check-program";
import { NeuriteError } from "./error";
import type { Entry, Executable, Program } from "./program";
import { checkValue } from "./run";
import { sizeOf } from "./shape";
import { type Data, dtypeOf, type Type, type Value } from "./value";

/** One entry, ready to be carried out. What is handed to it has been checked. */
export interface Ready {
  /** From the inputs to the outputs, both in the entry's order. */
  run(inputs: readonly Value[]): readonly Value[];
  /** Without inputs; gives how many times were completed. */
  repeat(times: number): number;
  /** From the array of the one input to the array of the one output. */
  bind(): (input: Data, output: Data) => void;
}

/** What a backend does with a program: readies an entry when it is first used, and keeps the state. */
export interface Machine {
  ready(entry: Entry): Ready;
  read(state: string): Value;
  write(state: string, value: Value): void;
}

/** A program on a machine: what comes in is checked here, in the same words for every backend. */
export function createExecutable(program: Program, machine: Machine): Executable {
  const known = new Map<string, ReturnType<typeof open>>();
  const find = <T>(what: string, from: Readonly<Record<string, T>>, name: string): T => {
    const found = own(from, name);
    if (found === undefined) throw unknownName(what, name, Object.keys(from));
    return found;
  };
  const open = (entry: Entry) => ({
    ready: machine.ready(entry),
    inputs: Object.entries(entry.inputs),
    outputs: Object.entries(entry.outputs),
  });
  const opened = (name: string) => {
    const entry = known.get(name) ?? open(find("entry", program.entries, name));
    known.set(name, entry);
    return entry;
  };
  return {
    run(name, given = {}) {
      const { ready, inputs, outputs } = opened(name);
      const names = inputs.map(([key]) => key);
      const stray = Object.keys(given).find((key) => !names.includes(key));
      if (stray !== undefined) throw unknownName("input", stray, names);
      const values = inputs.map(([key, type]) => {
        const value = own(given, key);
        if (!value) throw missingInput(name, key, type);
        checkValue(name, key, type, value);
        return value;
      });
      const results = ready.run(values);
      return Object.fromEntries(outputs.map(([key], i) => [key, results[i] as Value]));
    },
    repeat(name, times) {
      const { ready, inputs } = opened(name);
      const [needed] = inputs;
      if (needed) throw missingInput(name, ...needed);
      if (!Number.isSafeInteger(times) || times < 0) {
        throw new NeuriteError(
          "bad-argument",
          `repeat: "times" should be a whole number from 0 up, got ${times}. Say how often.`,
        );
      }
      return ready.repeat(times);
    },
    bind(name) {
      const { ready, inputs, outputs } = opened(name);
      const [[input], [output]] = [inputs, outputs];
      if (inputs.length !== 1 || outputs.length !== 1 || !input || !output) {
        throw new NeuriteError(
          "bad-argument",
          `bind: the entry "${name}" should have one input and one output, got ${inputs.length} and ${outputs.length}. Use run.`,
        );
      }
      const [checkInput, checkOutput] = [arrayCheck(name, ...input), arrayCheck(name, ...output)];
      const fill = ready.bind();
      return (given, answer) => {
        checkInput(given);
        checkOutput(answer);
        fill(given, answer);
      };
    },
    read(name) {
      find("state", program.state, name);
      return machine.read(name);
    },
    write(name, given) {
      checkValue("write", name, find("state", program.state, name), given);
      machine.write(name, given);
    },
  };
}

/** Refuses an array that does not hold a value of a type; allocates nothing where it does. */
function arrayCheck(entry: string, name: string, { shape, dtype }: Type) {
  const size = sizeOf(shape);
  return (data: Data): void => {
    if (data.length === size && dtypeOf(data) === dtype) return;
    checkValue(entry, name, { shape, dtype }, { shape, dtype, data });
  };
}

/** What a record holds under a name of its own; undefined for names that it inherits. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
