// Runs one bundled example and gives what it printed with console.log, line by line.
import { pathToFileURL } from "node:url";
import { format } from "node:util";

export async function runExample(file: string): Promise<string[]> {
  const printed: string[] = [];
  const { log } = console;
  console.log = (...values: unknown[]) => {
    printed.push(
      ...format(...values)
        .split("\n")
        .map((line) => line.trimEnd()),
    );
  };
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
    // What an example started and did not wait for would print here, after the fact.
    await new Promise((resolve) => setTimeout(resolve, 0));
  } finally {
    console.log = log;
  }
  return printed;
}
