import { NeuriteError } from "./error";
import type { ErrorCode } from "./error-code";
import type { Program } from "./program";
import type { Tensor } from "./tensor";
import { formatType, type Type } from "./value";

/** Refuses a program whose states, inputs, updates or guards are not what they should be. */
export function checkProgram({ state, entries }: Program): void {
  const refuse = (code: ErrorCode, sentence: string) => {
    throw new NeuriteError(code, `program: ${sentence}`);
  };
  const checkInputs = (what: string, tensors: Readonly<Record<string, Tensor>>) => {
    for (const [name, { node }] of Object.entries(tensors)) {
      if (node.op !== "input")
        refuse("bad-argument", `the ${what} "${name}" should be a graph input, got ${node.op}. Make it with input().`);
    }
  };
  checkInputs("state", state);
  for (const [entry, { inputs, updates, guard }] of Object.entries(entries)) {
    checkInputs(`input of "${entry}"`, inputs);
    for (const [name, next] of Object.entries(updates)) {
      const held = own(state, name);
      if (!held) throw unknownName("state", name, Object.keys(state));
      if (formatType(held) !== formatType(next)) {
        const types = `${formatType(held)}, got ${formatType(next)}`;
        refuse("bad-data", `"${entry}" should update "${name}" with ${types}. Cast or reshape it.`);
      }
    }
    if (guard && formatType(guard) !== "bool []")
      refuse("bad-data", `the guard of "${entry}" should be bool [], got ${formatType(guard)}. Reduce it to one bool.`);
  }
}

/** The error for an input that an entry needs and did not get. */
export function missingInput(entry: string, name: string, type: Type): NeuriteError {
  return new NeuriteError(
    "missing-input",
    `The entry "${entry}" needs the input "${name}" (${formatType(type)}). Pass it to run.`,
  );
}

/** Refuses anything but a number of times. */
export function checkTimes(times: number): void {
  if (Number.isSafeInteger(times) && times >= 0) return;
  throw new NeuriteError(
    "bad-argument",
    `repeat: "times" should be a whole number from 0 up, got ${times}. Say how often.`,
  );
}

/** The error for an entry that cannot be bound to two arrays. */
export function notBindable(entry: string, inputs: number, outputs: number): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `bind: the entry "${entry}" should have one input and one output, got ${inputs} and ${outputs}. Use run.`,
  );
}

/** What a record holds under a name of its own; undefined for names that it inherits. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The error for a name that is not among those there are. */
export function unknownName(what: string, name: string, known: readonly string[]): NeuriteError {
  return new NeuriteError(
    "bad-argument",
    `The ${what} "${name}" is not there. There are: ${known.join(", ") || "none"}. Use one of these names.`,
  );
}
