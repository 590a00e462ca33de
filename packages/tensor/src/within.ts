let current = "";
let record: Set<object> | undefined;

/** Runs `build`; every node made meanwhile carries `path`, so that an error can name the layer it belongs to. */
export function within<T>(path: string, build: () => T): T {
  const before = current;
  current = path;
  try {
    return build();
  } finally {
    current = before;
  }
}

/** The path of the nodes that are made now. */
export function currentPath(): string {
  return current;
}

/** Runs `build` and gives the nodes that were made meanwhile, so that what stood there before can be told apart. */
export function recordNodes<T>(build: () => T): { readonly result: T; readonly nodes: ReadonlySet<object> } {
  const before = record;
  const nodes = new Set<object>();
  record = nodes;
  try {
    return { result: build(), nodes };
  } finally {
    record = before;
    if (before) for (const node of nodes) before.add(node);
  }
}

/** Tells the recording, if there is one, of a new node. */
export function noteNode(node: object): void {
  record?.add(node);
}
