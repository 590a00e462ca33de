// Keeps the files of this version of the site, so that it works without a network after the first visit.
// It answers for its own folder only and never asks anyone but the host of the site.

export interface KeptSite {
  /** Changes whenever a file does. */
  readonly version: string;
  /** Every file, as paths relative to this one. */
  readonly files: readonly string[];
}

/** Filled in when the site is built. */
declare const keptSite: KeptSite;

/** What a service worker has and a page does not. */
interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: "install" | "activate",
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: "fetch",
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}
const scope = self as unknown as ServiceWorkerScope;
const prefix = `neurite ${scope.registration.scope} `;
const name = `${prefix}${keptSite.version}`;

scope.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(name);
    await cache.addAll(keptSite.files.map((file) => new Request(file, { cache: "no-cache" })));
    await scope.skipWaiting();
  };
  event.waitUntil(keep());
});

scope.addEventListener("activate", (event) => {
  const settle = async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((other) => other.startsWith(prefix) && other !== name).map((other) => caches.delete(other)),
    );
    await scope.clients.claim();
  };
  event.waitUntil(settle());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope.registration.scope)) return;
  const answer = async () => {
    const cache = await caches.open(name);
    // A page is asked for anew where there is a network, so that a new version is seen; what it names never changes.
    if (request.mode === "navigate") {
      try {
        return await fetch(request);
      } catch {
        return (await cache.match("./")) ?? Response.error();
      }
    }
    return (await cache.match(request)) ?? fetch(request);
  };
  event.respondWith(answer());
});
