import type { Code, Local } from "./assembler/code";

/** How often a thread looks whether the others have come before it goes to sleep. */
const looks = 20_000;

/** The bytes of shared memory that a barrier needs: how many have come, and how often all have met. */
export const barrierBytes = 8;

/**
 * Emits a meeting of `threads` threads at an address: the last to come lets the others go on.
 *
 * They look for a while, since most meetings take less time than going to sleep and being woken.
 */
export function emitBarrier(code: Code, at: number, threads: number): void {
  const meeting = code.local("i32");
  const left = code.local("i32");
  const load = (into: Local) => {
    code.i32(at + 4);
    code.atomic("load");
    code.tee(into);
  };
  load(meeting);
  code.op("drop");
  code.i32(at);
  code.i32(1);
  code.atomic("add");
  code.i32(threads - 1);
  code.op("i32.eq");
  code.when(
    () => {
      code.i32(at);
      code.i32(0);
      code.atomic("store");
      code.i32(at + 4);
      code.i32(1);
      code.atomic("add");
      code.i32(at + 4);
      code.i32(threads);
      code.atomic("notify");
      code.op("drop", "drop");
    },
    () => {
      code.i32(looks);
      code.set(left);
      code.block(() => {
        code.loop(() => {
          code.i32(at + 4);
          code.atomic("load");
          code.get(meeting);
          code.op("i32.ne");
          code.brIf(1);
          code.get(left);
          code.i32(1);
          code.op("i32.sub");
          code.tee(left);
          code.brIf(0);
          code.i32(at + 4);
          code.get(meeting);
          code.forever();
          code.atomic("wait");
          code.op("drop");
          code.br(0);
        });
      });
    },
  );
}
