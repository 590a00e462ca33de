/** Keeps the site for a visit without a network; where that is not allowed it just needs the network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // after the page is there: its first paint should not wait for what is kept
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("service-worker.js", document.baseURI)).catch(() => undefined);
  });
}
