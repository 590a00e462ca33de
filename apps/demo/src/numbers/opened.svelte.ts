import type { Derivation } from "./derivation";

/** The number that is open, with the way that led to it: one panel for the whole site. */
interface Opened {
  readonly path: readonly Derivation[];
  /** Where focus goes back to. */
  readonly from: HTMLElement | SVGElement;
}

let current = $state.raw<Opened | undefined>(undefined);

export const opened = {
  get current(): Opened | undefined {
    return current;
  },
  open(derivation: Derivation, from: HTMLElement | SVGElement): void {
    current = { path: [derivation], from };
  },
  deeper(derivation: Derivation): void {
    if (current) current = { ...current, path: [...current.path, derivation] };
  },
  back(depth: number): void {
    if (current) current = { ...current, path: current.path.slice(0, depth + 1) };
  },
  /** Closes with the page that the number stands on. */
  leave(): void {
    current = undefined;
  },
  close(): void {
    current?.from.focus();
    current = undefined;
  },
};
