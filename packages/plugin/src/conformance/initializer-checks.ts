import { deriveKey, formatShape, type Shape, sizeOf } from "@neurite/tensor";
import type { Initializer } from "../scope";
import type { Check } from "./finding";
import { sampleKey } from "./sample-values";

const shapes: readonly Shape[] = [[], [4], [3, 5], [0, 2], [2, 3, 4]];

/** The numbers that an initializer gives for a named key. */
export function drawFrom(initializer: Initializer, shape: Shape, key = "one"): Float64Array {
  return initializer.sample(shape, deriveKey(sampleKey("initializer"), key));
}

/** The checks of an initializer: the right count of finite numbers, decided by the key alone. */
export function initializerChecks(make: () => Initializer): readonly Check[] {
  return [
    { name: "sample", run: () => shapes.flatMap((shape) => sampleFaults(make(), shape)) },
    { name: "seeded randomness", run: () => repeatFaults(make) },
    { name: "other keys", run: () => keyFaults(make()) },
  ];
}

function sampleFaults(initializer: Initializer, shape: Shape): readonly string[] {
  const numbers: unknown = drawFrom(initializer, shape);
  const where = `for the shape ${formatShape(shape)}`;
  if (!(numbers instanceof Float64Array)) return [`${where} it should give a Float64Array, got ${typeof numbers}.`];
  if (numbers.length !== sizeOf(shape)) {
    return [`${where} it should give ${sizeOf(shape)} numbers, got ${numbers.length}. Fill the whole shape.`];
  }
  const odd = numbers.findIndex((n) => !Number.isFinite(n));
  return odd < 0 ? [] : [`${where} number ${odd} is ${numbers[odd]}.`];
}

function repeatFaults(make: () => Initializer): readonly string[] {
  const initializer = make();
  const once = drawFrom(initializer, [50]);
  const first = once.join();
  once.fill(7); // who got the numbers may write over them
  const others = [drawFrom(initializer, [50]), drawFrom(make(), [50])];
  return others.every((numbers) => numbers.join() === first)
    ? []
    : [
        "the same key gave two different samples. Draw with uniformAt and the key alone, and fill a new array each time.",
      ];
}

function keyFaults(initializer: Initializer): readonly string[] {
  const once = drawFrom(initializer, [50]);
  if (once.every((n) => n === once[0])) return [];
  return drawFrom(initializer, [50], "two").join() === once.join()
    ? ["different keys gave the same numbers, so that all parameters of one shape start alike. Draw them with the key."]
    : [];
}
