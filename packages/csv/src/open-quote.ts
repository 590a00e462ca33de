import type { Delimiter } from "./delimiter";

/**
 * The physical line on which the quote opens that is at fault: it never closes, or closes before its cell ends.
 *
 * `line` is the line on which the text begins. A quote opens only at the beginning of a cell, and `""` inside quotes is one character.
 */
export function openQuote(text: string, delimiter: Delimiter, line: number): number {
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  let opened = line;
  let now = line;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (character === "\n") now++;
    if (state === "quoted") {
      if (character !== '"') continue;
      if (text[i + 1] === '"') i++;
      else state = "closed";
    } else if (character === delimiter || character === "\n" || character === "\r") {
      state = "start";
    } else if (state === "start" && character === '"') {
      state = "quoted";
      opened = now;
    } else if (character.trim() !== "") {
      if (state === "closed") return opened;
      state = "plain";
    }
  }
  return opened;
}
