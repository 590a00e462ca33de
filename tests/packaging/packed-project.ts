// An empty npm project outside the repository, as a user has it, with packed packages installed.
import { execFileSync, execSync } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";

/** Installs the named packages (all of them if none is named) and gives the folder. */
export function packedProject(shortNames?: readonly string[]): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "neurite-user-")));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  const tarballs = inject("tarballs");
  const shortName = (file: string) => file.replace(/^neurite-(?=\D)/, "").replace(/-\d.*$/, "");
  const files = readdirSync(tarballs).filter((file) => !shortNames || shortNames.includes(shortName(file)));
  const list = files.map((file) => `"${path.join(tarballs, file)}"`).join(" ");
  execSync(`npm install --no-audit --no-fund --loglevel=error ${list}`, { cwd: folder, stdio: "pipe" });
  return folder;
}

/** Writes a file into the project and runs it with Node; gives what it prints. */
export function runIn(folder: string, name: string, code: string): string {
  writeFileSync(path.join(folder, name), code);
  return execFileSync(process.execPath, [name], { cwd: folder, encoding: "utf8" });
}
