export const numbers = {
  title: "Where this number comes from",
  way: "The way to this number",
  close: "Close",
  exact: "In full:",
};
