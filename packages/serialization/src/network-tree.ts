import type { Json } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { badField, isFields, wholeOf } from "./field";

/** The most kinds (layers, activations, initializers …) that a network in a file may have, a repeated one counted each time. */
export const KIND_LIMIT = 20_000;

/** How many kinds may stand inside one another. */
const DEEPEST_KIND = 100;

/** The network of a file as JSON, looked through before anything is made of it. */
export interface NetworkTree {
  readonly root: Json;
  /** The kinds that are used again, by id. */
  readonly repeated: ReadonlyMap<number, Json>;
  readonly kinds: ReadonlySet<string>;
}

/** The id that `{ same: id }` means, if that is what this is. */
export function sameId(written: unknown): number | undefined {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return undefined;
  const [name, ...others] = Object.keys(written);
  if (name !== "same" || others.length > 0) return undefined;
  const { same } = written as { readonly same: unknown };
  return typeof same === "number" ? same : undefined;
}

/** Whether this is a kind as a file holds it: its name, its options, and its id where it is used again. */
export function isWrittenKind(written: unknown): written is { readonly kind: string; readonly [name: string]: Json } {
  if (typeof written !== "object" || written === null || !Object.hasOwn(written, "kind")) return false;
  const names = Object.keys(written);
  return (
    typeof (written as { kind: unknown }).kind === "string" &&
    names.every((name) => name === "kind" || name === "config" || name === "id")
  );
}

/**
 * Looks through the network of a file: which kinds there are, and which are repeated.
 *
 * Refuses repetitions of nothing or of themselves, and networks whose repetitions multiply to more than anyone would write.
 */
export function readTree(root: Json): NetworkTree {
  const repeated = new Map<number, Json>();
  const kinds = new Set<string>();
  const collect = (written: Json): void => {
    if (typeof written !== "object" || written === null) return;
    if (isWrittenKind(written)) {
      kinds.add(written.kind);
      if (Object.hasOwn(written, "id")) {
        const id = wholeOf(written.id, "the id of a kind", 1, Number.MAX_SAFE_INTEGER);
        if (repeated.has(id)) throw badField("the id of a kind", "one that no other has", id);
        repeated.set(id, written);
      }
    }
    for (const part of Object.values(written)) collect(part as Json);
  };
  collect(root);
  checkSize(root, repeated);
  return { root, repeated, kinds };
}

interface Size {
  readonly kinds: number;
  readonly depth: number;
}

/** Counts what the network comes to with all repetitions carried out, each of them looked at once. */
function checkSize(root: Json, repeated: ReadonlyMap<number, Json>): void {
  const known = new Map<number, Size | "open">();
  const measureRepeated = (id: number, above: number): Size => {
    const before = known.get(id);
    if (before === "open") throw badField(`"same": ${id}`, "a kind that does not hold itself", id);
    if (before) return before;
    const target = repeated.get(id);
    if (target === undefined) throw badField('"same"', "the id of a kind in the network", id);
    known.set(id, "open");
    const size = measure(target, above);
    known.set(id, size);
    return size;
  };
  const measure = (written: Json, above: number): Size => {
    if (typeof written !== "object" || written === null) return { kinds: 0, depth: 0 };
    const same = sameId(written);
    const own = isWrittenKind(written) ? 1 : 0;
    let size: Size = { kinds: 0, depth: 0 };
    if (above + own > DEEPEST_KIND) throw tooDeep();
    if (same !== undefined) size = measureRepeated(same, above);
    else {
      for (const part of Object.values(written)) {
        const id = isWrittenKind(part) && Object.hasOwn(part, "id") ? (part.id as number) : undefined;
        const inner = id === undefined ? measure(part as Json, above + own) : measureRepeated(id, above + own);
        size = { kinds: size.kinds + inner.kinds, depth: Math.max(size.depth, inner.depth) };
      }
    }
    size = { kinds: size.kinds + own, depth: size.depth + own };
    if (above + size.depth > DEEPEST_KIND) throw tooDeep();
    if (size.kinds > KIND_LIMIT) throw tooMany();
    return size;
  };
  measure(root, 0);
}

/** The kinds that stand anywhere in JSON data. */
export function kindsIn(written: Json, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof written !== "object" || written === null) return found;
  if (isWrittenKind(written)) found.add(written.kind);
  for (const part of Object.values(written)) kindsIn(part as Json, found);
  return found;
}

/** The same JSON with every repetition written out. */
export function writtenOut(written: Json, tree: NetworkTree): Json {
  if (typeof written !== "object" || written === null) return written;
  if (!isFields(written)) return written.map((part: Json) => writtenOut(part, tree));
  const same = sameId(written);
  const target = same === undefined ? undefined : tree.repeated.get(same);
  if (target !== undefined) return writtenOut(target, tree);
  const isKind = isWrittenKind(written);
  const fields = Object.entries(written).filter(([name]) => !(isKind && name === "id"));
  return Object.fromEntries(fields.map(([name, part]) => [name, writtenOut(part, tree)]));
}

function tooDeep(): NeuriteError {
  return new NeuriteError(
    "too-large",
    `The kinds of a network in a file may stand at most ${DEEPEST_KIND} inside one another, got more. Nest layers less deeply.`,
  );
}

/** The error for a network of too many kinds. */
export function tooMany(): NeuriteError {
  return new NeuriteError(
    "too-large",
    `A network in a file may have at most ${KIND_LIMIT} kinds, repeated ones counted each time, got more. Use fewer layers.`,
  );
}
