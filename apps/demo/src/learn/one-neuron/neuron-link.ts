// The state of chapter 3 as a part of the address: ?n=1.5,-0.5,-0.5&m=…&add=1,1,1&x=1,-1&goal=either
import { numberList } from "../number-list";
import { largest } from "./boundary";
import type { Goal, Point } from "./corners";
import { type Neuron, type Neurons, plainAddition } from "./neuron-model";

export interface ChapterState {
  readonly machine: Neurons;
  readonly point: Point;
  readonly goal: Goal;
}

/** Three of four corners right: one more turn and it says both at once. */
export const firstState: ChapterState = {
  machine: { neurons: [{ weights: [1.5, -0.5], bias: -0.5 }], addition: plainAddition },
  point: [1, 1],
  goal: "both",
};

/** Reads what the address says; what it leaves out, or says wrongly, is as at first. */
export function readState(query: URLSearchParams): ChapterState {
  const triple = (name: string) => numberList(query.get(name), 3, largest) as [number, number, number] | undefined;
  const neuron = (name: string): Neuron | undefined => {
    const given = triple(name);
    return given && { weights: [given[0], given[1]], bias: given[2] };
  };
  const first = neuron("n") ?? firstState.machine.neurons[0];
  const second = neuron("m");
  const sum = triple("add");
  return {
    machine: {
      neurons: second ? [first, second] : [first],
      addition: sum ? { weights: [sum[0], sum[1]], bias: sum[2] } : plainAddition,
    },
    point: (numberList(query.get("x"), 2, 1) as [number, number] | undefined) ?? firstState.point,
    goal: query.get("goal") === "either" ? "either" : "both",
  };
}

/** Writes the state into a copy of the query, and leaves what else it says. */
export function writeState(query: URLSearchParams, { machine, point, goal }: ChapterState): URLSearchParams {
  const next = new URLSearchParams(query);
  const [first, second] = machine.neurons;
  const text = ({ weights, bias }: Neuron) => [...weights, bias].join(",");
  next.set("n", text(first));
  if (second) {
    next.set("m", text(second));
    next.set("add", text(machine.addition));
  } else {
    next.delete("m");
    next.delete("add");
  }
  next.set("x", point.join(","));
  next.set("goal", goal);
  return next;
}
