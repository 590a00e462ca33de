// A package registry on this machine, with every package of the repository published to it as a release would; once for all tests of this folder.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { runServer } from "verdaccio";
import type { TestProject } from "vitest/node";
import { root } from "../house/root";

declare module "vitest" {
  export interface ProvidedContext {
    /** What makes npm use the registry: it is told by the environment and stands in no file. */
    npmSettings: Record<string, string>;
  }
}

const run = promisify(execFile);
const own = { access: "$all", publish: "$anonymous" };

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "neurite-registry-"));
  const server = await runServer({
    self_path: folder,
    configPath: folder,
    storage: path.join(folder, "storage"),
    // what is neurite's, or a plugin for it, comes from here alone; the rest from where npm gets it anyway
    uplinks: { npm: await upstream() },
    packages: {
      "@neurite/*": own,
      neurite: own,
      "neurite-plugin-*": own,
      "create-neurite-plugin": own,
      "**": { access: "$all", proxy: "npm" },
    },
    log: { type: "stdout", format: "pretty", level: "error" },
    web: { enable: false },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const address = `//127.0.0.1:${port}/`;
  const settings = {
    npm_config_registry: `http:${address}`,
    [`npm_config_${address}:_authToken`]: "anybody", // npm publishes nothing without one; the registry asks for none
    npm_config_cache: path.join(folder, "cache"),
    npm_config_omit_lockfile_registry_resolved: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_loglevel: "error",
    npm_config_update_notifier: "false",
  };
  await publishAll(path.join(folder, "tarballs"), { ...process.env, ...settings });
  provide("npmSettings", settings);
  return async () => {
    await new Promise((closed) => server.close(closed));
    rmSync(folder, { recursive: true });
  };
}

/** Where npm gets packages here, and how it gets there. */
async function upstream() {
  const { stdout } = await run("npm", ["config", "ls", "--long", "--json"]);
  const { registry, cafile, proxy, ...rest } = JSON.parse(stdout);
  return {
    url: registry,
    strict_ssl: rest["strict-ssl"],
    ...(cafile && { ca: readFileSync(cafile, "utf8") }),
    ...(proxy && { http_proxy: proxy }),
    ...(rest["https-proxy"] && { https_proxy: rest["https-proxy"] }),
  };
}

/** Packs every package as a release does, and publishes the tarballs. */
async function publishAll(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const members = ["--filter", "./packages/*", "--filter", "./apps/*", "--filter", "!@neurite/demo"]; // the site is no package
  await run("npx", ["--yes", packageManager, ...members, "-r", "pack", "--pack-destination", folder], { cwd: root });
  await Promise.all(readdirSync(folder).map((file) => run("npm", ["publish", path.join(folder, file)], { env })));
}
