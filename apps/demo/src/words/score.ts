export const score = {
  line: "the straight line",
  ceiling: "nothing can beat this: the rest is noise",
  below: "◀ worse than always saying the mean",
};
