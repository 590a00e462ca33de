#!/usr/bin/env node
// Starts the command line, which is a package of its own: the one that is installed, or else the one that npm fetches.
import { spawn } from "node:child_process";
import process from "node:process";

const cli: string = "@neurite/cli"; // not a literal in the import: neurite does not depend on the apps

function isMissing(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return code === "ERR_MODULE_NOT_FOUND" && String(error).includes(cli);
}

try {
  await import(cli);
} catch (error) {
  if (!isMissing(error)) throw error;
  process.stderr.write(`Starting ${cli} by npx. To keep it: npm install ${cli}\n`);
  const windows = process.platform === "win32";
  const args = ["--yes", cli, ...process.argv.slice(2)];
  const child = spawn(windows ? "npx.cmd" : "npx", args, { stdio: "inherit", shell: windows });
  child.on("error", () => {
    process.stderr.write(`neurite: ${cli} is not installed. Install it: npm install ${cli}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
