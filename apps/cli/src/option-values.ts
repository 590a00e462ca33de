// Option texts to values. Commander puts the option's name before these messages.
import { InvalidArgumentError } from "commander";

/** A whole number from `least` on. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`It should be a whole number, ${least} or more.`);
  };
}

/** A number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("It should be a number above 0.");
}

/** A number of 0 or more. */
export function nonNegativeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError("It should be a number of 0 or more.");
}

/** A share of the rows: from 0 to below 1. */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value < 1) return value;
  throw new InvalidArgumentError("It should be a number from 0 to below 1, as in 0.2.");
}

/** A share that is neither nothing nor all: above 0 and below 1. */
export function openShare(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("It should be a number between 0 and 1, as in 0.95.");
}

/** Numbers with commas between: `2,3`. */
export function numberList(text: string): number[] {
  return text.split(",").map((part) => {
    const value = Number(part);
    if (part.trim() !== "" && Number.isFinite(value)) return value;
    throw new InvalidArgumentError("It should be numbers with commas between, as in 2,3.");
  });
}

/** Whole numbers above 0 with commas between: `64,64`. */
export function unitList(text: string): number[] {
  return text.split(",").map((part) => {
    const value = Number(part);
    if (/^\s*\d+\s*$/.test(part) && value > 0 && Number.isSafeInteger(value)) return value;
    throw new InvalidArgumentError("It should be whole numbers above 0 with commas between, as in 64,64.");
  });
}

/** Collects an option that may be given several times. */
export function collect(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}
