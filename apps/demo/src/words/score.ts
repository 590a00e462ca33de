export const score = {
  line: "the straight line",
  ceiling: "nothing can beat this: the rest is noise",
  marks: { line: "line", ceiling: "noise ceiling" },
  below: "◀ worse than the mean",
};
