export const task = {
  heading: "Task",
  check: "Check",
  show: "Show me",
  solved: "Solved.",
  notYet: "Not yet.",
};
