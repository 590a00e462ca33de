import { NeuriteError } from "neurite";
import { smallBackend } from "../../training/small-backend";
import { type UnderstoodFormula, understandFormula } from "../derivative/understand-formula";
import { type FunctionWarning, functionWarnings, type Sampled, samplePlaces } from "./function-warnings";

/** A text that is a formula, with what can be said of it. */
export interface ReadFormula {
  readonly understood: UnderstoodFormula;
  readonly sampled: Sampled;
  readonly warnings: readonly FunctionWarning[];
  /** Milliseconds from the text to a compiled kernel of the function and its slope. */
  readonly compileTime: number;
}

/** A text that is none: what is wrong, and the character at which it stops being one, counted from 1. */
export interface Unread {
  readonly message: string;
  readonly at: number | undefined;
}

/** Reads what was typed. */
export function readText(text: string): ReadFormula | Unread {
  try {
    const begin = performance.now();
    const understood = understandFormula(text);
    const places = samplePlaces();
    const kernel = understood.compile(smallBackend(), places.length);
    const sampled = { places, ...kernel(places) };
    const compileTime = performance.now() - begin;
    return { understood, sampled, warnings: functionWarnings(sampled), compileTime };
  } catch (error) {
    if (!(error instanceof NeuriteError)) throw error;
    const [, at] = /at character (\d+)/.exec(error.message) ?? [];
    return { message: error.message.replace(/^formula: e/, "E"), at: at === undefined ? undefined : Number(at) };
  }
}
