// The controls that a lesson may leave out, page by page: the names stand in links, so they do not change.

/** A page as an address names it, with the controls of it that can be hidden. */
export const hideable = {
  "learn/1": ["guess", "columns"],
  "learn/2": ["interaction", "lock"],
  "learn/3": ["inputs", "second"],
  "learn/4": ["notations", "slopes"],
  "learn/5": ["rate", "weights", "starts"],
  "learn/6": ["guess", "years"],
  table: ["target", "kinds", "surface", "inspector", "shuffle", "download", "code"],
  playground: ["data", "layers", "activation", "optimizer", "regularisation", "plugin"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LessonPage = keyof typeof hideable;
