// One library with a number of threads on one workload, and how its process is started.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pythonEnvironment } from "./python-interpreter.mjs";
import { patience } from "./sampling.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));
const longest = 10 * 60_000;

/**
 * @typedef {object} Contestant
 * @property {import("./contract.mjs").Workload} workload
 * @property {import("./contract.mjs").Library} library
 * @property {number | undefined} threads
 * @property {string | undefined} python The interpreter, for a library of Python.
 */

/** @typedef {{ version: string, samples: number[], note?: string, leftOut?: undefined } | { leftOut: string }} Outcome */

/** @param {Contestant} contestant */
function command({ workload, library, threads, python }) {
  if (python && library.python) {
    const { needs, settings, wholeProcess = false } = workload;
    const job = JSON.stringify({ needs, settings, patience, once: wholeProcess });
    const args = [path.join(folder, "python", "measure.py"), library.python.script, job];
    return { file: python, args, env: pythonEnvironment() };
  }
  const script = path.join(folder, "measure.mjs");
  const given = [workload.name, library.name, ...(threads === undefined ? [] : [String(threads)])];
  return { file: process.execPath, args: [...(workload.nodeFlags ?? []), script, ...given], env: process.env };
}

/**
 * Runs a process of a contestant to its end. Throws with one line for a process that fails.
 * @param {Contestant} contestant
 * @returns {Promise<Outcome>}
 */
export async function measure(contestant) {
  const { file, args, env } = command(contestant);
  const begun = performance.now();
  const child = spawn(file, args, { env, stdio: ["ignore", "pipe", "pipe"], timeout: longest, killSignal: "SIGKILL" });
  let printed = "";
  let complaints = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaints += text;
  });
  const { code, signal } = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
  });
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(reason(complaints) ?? `it ended with ${signal ?? code}`);
  const outcome = JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "");
  return contestant.workload.wholeProcess ? { ...outcome, samples: [seconds] } : outcome;
}

/** The line of a crash's output that says what went wrong: "Error: …" in Node, the last line in Python. */
function reason(complaints) {
  const lines = complaints.split("\n").filter((line) => line.trim() !== "");
  return lines.findLast((line) => /^\s*(\w*Error\b|\w+Exception\b)/.test(line))?.trim() ?? lines.at(-1);
}
