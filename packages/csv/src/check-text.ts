// Text files come in more encodings than UTF-8; a wrong guess would turn names and numbers into nonsense without a word.
import { NeuriteError } from "@neurite/tensor";
import { isUtf8 } from "./is-utf8";
import { startsAsSafetensors } from "./starts-as-safetensors";

const lineFeed = 10;

/** The bytes after a UTF-8 byte order mark, if there is one. */
export interface PlainText {
  readonly bytes: Uint8Array;
  readonly byteOrderMark: boolean;
}

/** Checks that bytes are UTF-8 text and takes the byte order mark off; `name` is the file's name for messages. */
export function checkText(bytes: Uint8Array, name: string): PlainText {
  const format = binaryFormat(bytes);
  if (format !== undefined) {
    throw new NeuriteError("bad-table", `${name}: expected a table as text (CSV), got ${format}. ${remedy(format)}`);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    throw new NeuriteError(
      "bad-table",
      `${name}: line ${lineAt(bytes, zero)} holds a zero byte, which no text has. Save the table as CSV in UTF-8.`,
    );
  }
  if (!isUtf8(bytes)) {
    const line = firstBadLine(bytes);
    throw new NeuriteError(
      "bad-table",
      `${name}: line ${line} is not UTF-8 text (it may be Latin-1 or Windows-1252). Save the table as CSV in UTF-8.`,
    );
  }
  const byteOrderMark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  return { bytes: byteOrderMark ? bytes.subarray(3) : bytes, byteOrderMark };
}

/** What a file is by its first bytes, when it is something else than text. */
function binaryFormat(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return "UTF-16 text";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "a ZIP file or spreadsheet (.xlsx, .ods)";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return "an old spreadsheet (.xls)";
  if (startsWith(bytes, [0x1f, 0x8b])) return "a gzip file";
  if (startsWith(bytes, [0x50, 0x41, 0x52, 0x31])) return "a Parquet file";
  return startsAsSafetensors(bytes) ? "a safetensors file, such as a model" : undefined;
}

function remedy(format: string): string {
  if (format.includes("model")) return "Give a table here.";
  if (format.startsWith("UTF-16")) return "Save the table as CSV in UTF-8.";
  return format.includes("gzip") ? "Unpack it first." : "Save the table as CSV in UTF-8 first.";
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let i = 0; i < position; i++) if (bytes[i] === lineFeed) line++;
  return line;
}

/** No character of UTF-8 contains the byte of a line feed, so each line can be checked alone. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const next = bytes.indexOf(lineFeed, start);
    if (next < 0 || !isUtf8(bytes.subarray(start, next))) return line;
    start = next + 1;
  }
}
