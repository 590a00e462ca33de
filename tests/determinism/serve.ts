// Serves the test page from this machine, under different rules.
import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** The headers of each page, by its path. */
export const pages = {
  /** Memory may be shared. */
  "/isolated": { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" },
  /** It may not. */
  "/plain": {},
  /** It may, but no script may be made from a text, as that of a thread is. */
  "/no-blobs": {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval'",
  },
  /** WebAssembly is forbidden. */
  "/no-wasm": { "Content-Security-Policy": "script-src 'self' 'unsafe-inline'" },
} as const satisfies Record<string, OutgoingHttpHeaders>;

/** A page of this server. */
export type Page = keyof typeof pages;

/** A server that goes on until it is closed. */
export interface Served {
  readonly origin: string;
  close(): Promise<unknown>;
}

/** Serves each page with the same script. A page's own script has the page's headers too, since a worker is ruled by those of its script. */
export async function serve(script: string): Promise<Served> {
  const server = createServer(({ url = "" }, response) => {
    const [, page = "", file] = /^(\/[a-z-]+)(\/script\.js)?$/.exec(url) ?? [];
    if (!Object.hasOwn(pages, page)) {
      response.writeHead(url === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    const type = file ? "text/javascript" : "text/html";
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, ...pages[page as Page] });
    response.end(
      file ? script : `<!doctype html><title>neurite</title><script type="module" src="${page}/script.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
