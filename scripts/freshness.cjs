// Whether the built CLI is what the present sources give: a hash over both, kept after each build. It takes some 20 ms,
// where asking pnpm and turbo takes seconds, and a finished build is not touched while another command reads it.
"use strict";

const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const ROOT_FILES = [
  "package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "tsconfig.base.json",
  "tsup.base.ts",
  "turbo.json",
];
const SKIPPED_FOLDERS = new Set(["node_modules", ".turbo", "data"]);
const stamp = (root) => path.join(root, "node_modules", ".cache", "neurite", "built");

/** The folders of all packages and apps. */
function members(root) {
  return ["packages", "apps"]
    .flatMap((group) => readdirSync(path.join(root, group)).map((name) => path.join(root, group, name)))
    .filter((folder) => existsSync(path.join(folder, "package.json")));
}

function* filesIn(folder, skipped) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* filesIn(file, skipped);
    } else if (!/\.test\.ts$|\.d\.ts$|\.md$/.test(entry.name)) yield file;
  }
}

function hashOf(root, files) {
  const hash = createHash("sha256");
  for (const file of [...files].sort()) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** One number for everything the build reads. */
function sources(root) {
  const skipped = new Set([...SKIPPED_FOLDERS, "dist"]);
  const own = ROOT_FILES.map((name) => path.join(root, name)).filter((file) => existsSync(file));
  return hashOf(root, [...own, ...members(root).flatMap((folder) => [...filesIn(folder, skipped)])]);
}

/** One number for everything the build has written. */
function built(root) {
  return hashOf(
    root,
    members(root).flatMap((folder) => [...filesIn(path.join(folder, "dist"), SKIPPED_FOLDERS)]),
  );
}

/** True when the last build was made from exactly these sources and stands unchanged. */
function isFresh(root) {
  return existsSync(stamp(root)) && readFileSync(stamp(root), "utf8") === `${sources(root)} ${built(root)}`;
}

/** Notes that what is built now was made from the given sources. */
function remember(root, before) {
  mkdirSync(path.dirname(stamp(root)), { recursive: true });
  writeFileSync(stamp(root), `${before} ${built(root)}`);
}

module.exports = { isFresh, remember, sources };
