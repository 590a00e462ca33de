export { readSafetensors } from "./read-safetensors";
export type { SafetensorsDType } from "./safetensors-dtype";
export type { SafetensorsFile, SafetensorsTensor } from "./safetensors-file";
export { writeSafetensors } from "./write-safetensors";
