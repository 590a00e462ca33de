// The peers that npm installs into this folder, and whether they are there as the lock file says.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(folder, "node_modules");
const stamp = path.join(modules, ".installed-from");

/** @param {string} packageName */
export function versionOf(packageName) {
  return JSON.parse(readFileSync(path.join(modules, packageName, "package.json"), "utf8")).version;
}

/** Installs what the lock file lists, unless that has been done. Standard output stays clean. */
export function install() {
  const hash = createHash("sha256")
    .update(readFileSync(path.join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  process.stderr.write("Installing what neurite is measured against (the first time: some 600 MB).\n");
  const environment = { ...process.env };
  // npm hands its own --silent on by this variable; an installation that fails must say why
  delete environment.npm_config_loglevel;
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund"];
  const options = { cwd: folder, env: environment, stdio: ["ignore", 2, 2] };
  const { status, error } =
    npm && /npm-cli\.js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (error || status !== 0) {
    throw new Error(`npm ci in bench/ failed${error ? `: ${error.message}` : ""}. Run it there to see why.`);
  }
  writeFileSync(stamp, hash);
}
