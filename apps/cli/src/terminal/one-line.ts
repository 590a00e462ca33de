import { printable } from "./printable";

/** Text from a cell or a name, short and on one line, without characters that would steer a terminal. */
export function oneLine(text: string): string {
  const line = printable(text.replace(/\s+/g, " "));
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
