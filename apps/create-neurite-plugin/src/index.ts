#!/usr/bin/env node
// The command itself: this process's streams, and git's name of its user, around `run`.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { run } from "./run";

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  year: new Date().getFullYear(),
  gitUser: () => {
    const { status, stdout } = spawnSync("git", ["config", "user.name"], { encoding: "utf8" });
    return (status === 0 && stdout.trim()) || undefined;
  },
});
