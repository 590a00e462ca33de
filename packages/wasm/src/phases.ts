import type { Call } from "./calls";

/** Bytes of memory from an address up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a call reads and writes. */
export interface Touched {
  readonly reads: readonly Range[];
  readonly writes: readonly Range[];
}

/** What each thread does between two meetings. */
export type Phase = readonly (readonly Call[])[];

/**
 * Parts calls into phases. Calls of one phase touch nothing that another one of it writes, or run one after the other on one thread;
 * all threads meet between phases. A call that is not shared out goes to the thread that has least to do.
 */
export function phasesOf(
  calls: readonly (readonly Call[])[],
  threads: number,
  touchedBy: (call: Call) => Touched,
): readonly Phase[] {
  const phases: Phase[] = [];
  let members: { touched: Touched; thread: number | undefined }[] = [];
  let work: Call[][] = [];
  const begin = () => {
    members = [];
    work = Array.from({ length: threads }, () => []);
    phases.push(work);
  };
  for (const shares of calls) {
    const touched = all(shares.map(touchedBy));
    const against = members.filter((m) => conflict(m.touched, touched));
    let thread = shares.length > 1 ? undefined : (against[0]?.thread ?? leastBusy(work));
    if (phases.length === 0 || against.some((m) => m.thread === undefined || m.thread !== thread)) {
      begin();
      thread = shares.length > 1 ? undefined : 0;
    }
    shares.forEach((share, part) => {
      work[thread ?? part]?.push(share);
    });
    members.push({ touched, thread });
  }
  return phases;
}

function leastBusy(work: readonly (readonly Call[])[]): number {
  const loads = work.map((calls) => calls.reduce((sum, call) => sum + call.work, 0));
  return Math.max(0, loads.indexOf(Math.min(...loads)));
}

function all(list: readonly Touched[]): Touched {
  return { reads: list.flatMap((t) => t.reads), writes: list.flatMap((t) => t.writes) };
}

function conflict(a: Touched, b: Touched): boolean {
  return meet(a.writes, b.writes) || meet(a.writes, b.reads) || meet(a.reads, b.writes);
}

function meet(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((x) => b.some((y) => x.from < y.to && y.from < x.to));
}
