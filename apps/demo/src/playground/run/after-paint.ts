/**
 * A function that runs what it was given last once the next frame has been painted: what answers a key or the pointer at once is seen
 * before what takes longer is drawn.
 */
export function afterPaint(): (work: () => void) => void {
  let waiting: (() => void) | undefined;
  return (work) => {
    const isFirst = waiting === undefined;
    waiting = work;
    if (!isFirst) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        const last = waiting;
        waiting = undefined;
        last?.();
      }),
    );
  };
}
