// Counts what the browser says was asked of a server: nothing is to be, once a table is there.

export interface SentRequests {
  count(): number;
  /** Counts from now on. */
  reset(): void;
}

/** Watches the requests of this page or worker. What is made of its own memory (blob:, data:) goes nowhere. */
export function sentRequests(onChange: () => void = () => {}): SentRequests {
  let since = performance.now();
  let count = 0;
  new PerformanceObserver((list) => {
    const sent = list.getEntries().filter(({ name, startTime }) => startTime >= since && !/^(blob|data):/.test(name));
    count += sent.length;
    if (sent.length > 0) onChange();
  }).observe({ type: "resource", buffered: true });
  return {
    count: () => count,
    reset() {
      since = performance.now();
      count = 0;
    },
  };
}
