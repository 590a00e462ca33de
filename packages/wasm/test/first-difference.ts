import { interpreter, type Program, type Value } from "@neurite/tensor";
import { wasm } from "../src/engine";
import { apart } from "./apart";
import { jitter } from "./jitter";
import { sameBits } from "./same-bits";

/** What is done with a program: entries that run on inputs, states that are set. */
export type Action =
  | { readonly type: "run"; readonly entry: string; readonly inputs: Readonly<Record<string, Value>> }
  | { readonly type: "repeat"; readonly entry: string; readonly times: number }
  | { readonly type: "write"; readonly state: string; readonly value: Value };

/** Does the same with the engine and the interpreter, and says where they first differ. */
export function firstDifference(program: Program, actions: readonly Action[]): string | undefined {
  // what a comparison near a tie comes to may be open although a few variants agree: many have to
  return differenceAmong(program, actions, 6) && differenceAmong(program, actions, 64);
}

function differenceAmong(program: Program, actions: readonly Action[], variants: number): string | undefined {
  const measure = interpreter.compile(program);
  const around = Array.from({ length: variants }, (_, i) => interpreter.compile(jitter(program, i)));
  const engine = wasm.compile(program);
  const states = Object.keys(program.state);
  for (const [i, action] of actions.entries()) {
    const label = `${i}: ${action.type} ${action.type === "write" ? action.state : action.entry}`;
    if (action.type === "write") {
      for (const executable of [measure, engine, ...around]) executable.write(action.state, action.value);
    } else if (action.type === "repeat") {
      const want = measure.repeat(action.entry, action.times);
      if (around.some((e) => e.repeat(action.entry, action.times) !== want)) return undefined; // rounding decides
      const got = engine.repeat(action.entry, action.times);
      if (got !== want) return `${label} was done ${got} times instead of ${want}`;
    } else {
      const want = measure.run(action.entry, action.inputs);
      const others = around.map((e) => e.run(action.entry, action.inputs));
      const before = states.map((name) => engine.read(name));
      const got = engine.run(action.entry, action.inputs);
      for (const [name, value] of Object.entries(want)) {
        const found = apart(
          `${label}: ${name}`,
          value,
          got[name] as Value,
          others.map((o) => o[name] as Value),
        );
        if (found) return found;
      }
      const asked = got.guard?.data[0];
      if (asked !== want.guard?.data[0]) return undefined;
      if (asked === 0) {
        const changed = states.find((name, s) => !sameBits(before[s] as Value, engine.read(name)));
        if (changed !== undefined) return `${label} changed ${changed} although the guard said no`;
      }
    }
    for (const name of states) {
      const found = apart(
        `${label}: state ${name}`,
        measure.read(name),
        engine.read(name),
        around.map((e) => e.read(name)),
      );
      if (found) return found;
    }
  }
  return undefined;
}
