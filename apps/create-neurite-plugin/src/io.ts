// Everything the command touches of the world outside its folder, so that tests can hand in their own.
import type { Readable, Writable } from "node:stream";

/** The surroundings of one run of the command. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** The folder that the plugin's folder is made in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The year of the licence. */
  readonly year: number;
  /** The name that git has for the user, if it has one. */
  gitUser(): string | undefined;
}
