export { type CellColumn, cellColumns } from "./cell-columns";
export type { Delimiter } from "./delimiter";
export { type ReadOptions, readCsv, type TextTable } from "./read-csv";
export type { TextRecord } from "./split-records";
export { startsAsSafetensors } from "./starts-as-safetensors";
export { toTable } from "./to-table";
export { type AddedColumn, checkAddedNames, encodeCell, numberCell, tableWithColumns } from "./write-table";
