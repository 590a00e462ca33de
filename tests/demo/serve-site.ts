// Serves the built site from this machine, as hosts do: with the headers for shared memory or without, under a path or not.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** How a host serves. */
export interface Hosting {
  /** Whether memory may be shared with workers. */
  readonly isolated?: boolean;
  /** The path that the site lies under: "/" or "/some/where/". */
  readonly under?: string;
}

/** A server that goes on until it is closed. */
export interface ServedSite {
  /** The address of the site, with its path. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a folder on loopback. */
export async function serveSite(folder: string, { isolated = true, under = "/" }: Hosting = {}): Promise<ServedSite> {
  const headers = isolated
    ? { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" }
    : {};
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const below = pathname.startsWith(under) ? pathname.slice(under.length) : undefined;
    const file = path.join(folder, below === "" ? "index.html" : decodeURIComponent(below ?? ""));
    if (below === undefined || !file.startsWith(folder)) {
      response.writeHead(404).end();
      return;
    }
    try {
      const content = await readFile(file);
      response.writeHead(200, { "Content-Type": types[path.extname(file)] ?? "application/octet-stream", ...headers });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${under}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
