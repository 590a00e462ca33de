export {
  type DescribedForeignKind,
  type DescribedKind,
  type DescribedLayer,
  describeModelFile,
  type ModelFileDescription,
} from "./describe-model-file";
export type { FileWarning } from "./file-warning";
export { type LoadOptions, load, type ModelFile, openModelFile } from "./open-model-file";
export type { PluginInFile } from "./plugin-in-file";
export { readSafetensors } from "./read-safetensors";
export type { SafetensorsDType } from "./safetensors-dtype";
export type { SafetensorsFile, SafetensorsTensor } from "./safetensors-file";
export { type SaveOptions, save } from "./save";
export { loadSnapshot, saveSnapshot } from "./snapshot-file";
export { writeSafetensors } from "./write-safetensors";
