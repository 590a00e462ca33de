import { isRef, type Json, type Ref } from "@neurite/plugin";
import { NeuriteError } from "@neurite/tensor";
import { isWrittenKind, KIND_LIMIT, sameId, tooMany } from "./network-tree";
import { plainJson } from "./plain-json";

/** Which kinds a file keeps apart, and who is told of each kind that is written. */
export interface RefWriterOptions {
  /** Whether a second use of this very object is written as `{ same: id }`; without it every use is written in full. */
  readonly keepsIdentity?: (ref: Ref) => boolean;
  readonly onRef?: (ref: Ref) => void;
}

type WrittenRef = { kind: string; config?: Json; id?: number };

/**
 * Writes a kind and everything in its config as `{ kind, config }`, kinds among the options too, at any depth.
 *
 * An object that stands in several places is written once, with an `id`, and then as `{ same: id }`, so that a file keeps sharing.
 */
export function createRefWriter({ keepsIdentity, onRef }: RefWriterOptions = {}): (ref: Ref, where: string) => Json {
  const written = new Map<object, WrittenRef>();
  const open = new Set<object>();
  let ids = 0;
  let count = 0;

  const writeObject = (value: object, where: string, depth: number): Json | undefined => {
    if (isKind(value)) return writeRef(value, where, depth);
    const meant = sameId(value) !== undefined ? "same" : isWrittenKind(value) ? "kind and id" : undefined;
    if (meant === undefined) return undefined;
    throw new NeuriteError(
      "bad-argument",
      `save: ${where} should not be an object of nothing but ${meant}, which means a repeated kind in a file. Name its fields otherwise.`,
    );
  };

  const writeRef = (ref: Ref, where: string, depth: number): Json => {
    const before = written.get(ref);
    if (before && keepsIdentity?.(ref)) {
      before.id ??= ++ids;
      return { same: before.id };
    }
    if (open.has(ref)) {
      throw new NeuriteError(
        "bad-argument",
        `save: ${where} (${ref.kind}) holds itself among its options. Leave it out of its own config.`,
      );
    }
    if (++count > KIND_LIMIT) throw tooMany();
    onRef?.(ref);
    open.add(ref);
    const node: WrittenRef = { kind: plainJson(ref.kind, `the kind of ${where}`) as string };
    const { config } = ref;
    if (config !== undefined) node.config = plainJson(config, `${where} (${ref.kind})`, writeObject, depth + 1);
    open.delete(ref);
    written.set(ref, node);
    return node;
  };
  return (ref, where) => writeRef(ref, where, 0);
}

const methods = ["apply", "sample", "update", "compute", "steps"] as const;

/** Whether an object is a kind, and not data that happens to have a field of that name. */
function isKind(value: object): value is Ref {
  if (!isRef(value)) return false;
  return (
    methods.some((name) => name in value) || Object.keys(value).every((name) => name === "kind" || name === "config")
  );
}
