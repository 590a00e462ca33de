export { normal } from "./normal";
export { type PlrOptions, plr } from "./plr";
export { plugin } from "./plugin";
