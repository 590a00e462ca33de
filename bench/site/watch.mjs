/**
 * Runs in the page before its own scripts: notes for each key and each press of the pointer the milliseconds from when the browser
 * received it to the first moment after the next frame was handed over to be painted, and every task of the main thread above 50 ms.
 */
export function watch() {
  /** @type {number[]} */
  let waits = [];
  /** @type {number[]} */
  let tasks = [];
  let open = 0;
  const note = (/** @type {Event} */ { timeStamp, isTrusted }) => {
    if (!isTrusted) return;
    open += 1;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        waits.push(performance.now() - timeStamp);
        open -= 1;
      };
      after.port2.postMessage(undefined);
    });
  };
  for (const type of ["keydown", "pointerdown"]) addEventListener(type, note, { capture: true });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
  });
  globalThis.inputToPaint = {
    clear() {
      waits = [];
      tasks = [];
    },
    async read() {
      while (open > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      return { waits, tasks };
    },
  };
}
