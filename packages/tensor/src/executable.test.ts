import { describe, expect, it } from "vitest";
import { createExecutable } from "./executable";
import { interpreter } from "./interpreter";
import type { Program } from "./program";
import { input } from "./source";
import { value, zeros } from "./value";

const x = input("x", { shape: [2], dtype: "float32" });
const total = input("total", { shape: [2], dtype: "float32" });
const program: Program = {
  state: { total },
  entries: { add: { inputs: { x }, outputs: { sum: total.add(x) }, updates: { total: total.add(x) } } },
};

describe("an executable", () => {
  it("readies an entry when it is first used, and once", () => {
    const readied: string[] = [];
    const executable = createExecutable(program, {
      ready(entry) {
        readied.push(...Object.keys(entry.outputs));
        return { run: () => [value([3, 4])], repeat: () => 0, bind: () => () => {} };
      },
      read: () => zeros(total),
      write: () => {},
    });
    expect(readied).toEqual([]);
    for (let i = 0; i < 2; i++) expect(executable.run("add", { x: value([1, 2]) })).toEqual({ sum: value([3, 4]) });
    executable.bind("add");
    expect(readied).toEqual(["sum"]);
  });

  it("refuses arrays of another length or dtype before anything has happened", () => {
    const executable = interpreter.compile(program);
    const add = executable.bind("add");
    const [one, two, whole] = [new Float32Array(1), Float32Array.of(1, 2), new Int32Array(2)];
    expect(() => add(one, two)).toThrow('add: "x"');
    expect(() => add(two, one)).toThrow('add: "sum"');
    expect(() => add(two, whole as never)).toThrow('add: "sum"');
    expect([...executable.read("total").data]).toEqual([0, 0]);
    add(two, two);
    expect([...executable.read("total").data]).toEqual([1, 2]);
  });
});
