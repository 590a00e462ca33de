import type { Tensor } from "@neurite/tensor";
import type { Code } from "./assembler/code";

/** What a kernel's parameter points to: a place in a tensor, `offset` elements after its first, or `bytes` of room of its own. */
export type Pointer =
  | { readonly source: Tensor; readonly offset: number; readonly written?: boolean }
  | { readonly bytes: number };

/** A kernel as a function of pointers. */
export interface Emitted {
  readonly code: Code;
  readonly pointers: readonly Pointer[];
}

/** The same pointer so many elements further on. */
export function advance(pointer: Pointer, elements: number): Pointer {
  return "bytes" in pointer ? pointer : { ...pointer, offset: pointer.offset + elements };
}
