export const marks = {
  walk: "Left and right walk through the rows, up and down change the group, Enter opens a row",
  walkToChoose: "Left and right walk through the rows, up and down change the group, Enter chooses a row",
  table: "As a table",
  firstRows: (shown: number, all: number) => `The first ${shown} of ${all} rows.`,
};
