// What a lesson may ask of each page. The controls that it may leave out stand in links by their names, so these do not change.

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

/** What a lesson's goal may ask for on a page. */
export const goals = {
  "learn/1": "score",
  "learn/2": "score",
  "learn/3": "nothing",
  "learn/4": "nothing",
  "learn/5": "score and steps",
  "learn/6": "nothing",
  table: "score",
  playground: "score and steps",
} as const satisfies Readonly<Record<LessonPage, "nothing" | "score" | "score and steps">>;

export type LessonPage = keyof typeof hideable;
