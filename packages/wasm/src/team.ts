import type { Entry } from "@neurite/tensor";
import { type CompiledEntry, type CompiledParts, compileParts, type Site } from "./compile-entry";
import { type Crew, startCrew } from "./crew";

/** How long a program has to have worked before it gets threads, and how long these wait for more, in milliseconds. */
const [settlingIn, idleTime] = [40, 4000] as const;

/** How long each way is tried, in milliseconds, and how much faster threads have to be. */
const [trial, gain] = [3, 0.92] as const;

/** What is known of an entry that threads may share. */
interface Shared {
  parts: CompiledParts | undefined;
  /** Whether threads pay; undefined as long as nobody knows. */
  pays: boolean | undefined;
}

/** Runs entries on several threads where that is faster. */
export interface Team {
  repeat(entry: Entry, compiled: CompiledEntry, times: number): number;
}

/** Crews end with their program, also where nobody waits for it. */
const crews = /* @__PURE__ */ new FinalizationRegistry<{ crew: Crew | undefined }>((held) => held.crew?.end());

/**
 * Decides when threads run an entry: `always` as soon as they listen, or else when a trial shows that they pay.
 *
 * Which way it goes changes no bit. `owner` is what the threads live as long as.
 */
export function createTeam(site: Site, threads: number, always: boolean, owner: object): Team {
  const held: { crew: Crew | undefined } = { crew: undefined };
  const known = new Map<Entry, Shared>();
  let worked = always ? settlingIn : 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  crews.register(owner, held);

  const together = ({ module, run }: CompiledParts, crew: Crew, times: number): number => {
    crew.run(module, times);
    return run(times);
  };
  const timed = (run: (times: number) => number, times: number): { done: number; pace: number } => {
    const start = performance.now();
    const done = run(times);
    return { done, pace: (performance.now() - start) / Math.max(1, done) };
  };
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      held.crew?.end();
      held.crew = undefined;
    }, idleTime);
    (idle as { unref?(): void }).unref?.();
  };
  return {
    repeat(entry, compiled, times) {
      const { crew } = held;
      if (!crew?.ready()) {
        const start = performance.now();
        const done = compiled.run(times);
        worked += performance.now() - start;
        if (!crew && worked >= settlingIn) {
          held.crew = startCrew(site.heap.memory, threads - 1);
          rest();
        }
        return done;
      }
      const shared = known.get(entry) ?? { parts: compileParts(site, entry, threads), pays: always ? true : undefined };
      known.set(entry, shared);
      const { parts, pays } = shared;
      if (!parts || pays === false) return compiled.run(times);
      rest();
      if (pays) return together(parts, crew, times);
      // a look at both ways, within what was asked for anyway
      const first = timed(compiled.run, Math.max(1, Math.floor(times / 4)));
      const some = Math.min(times - first.done, Math.max(1, Math.ceil(trial / first.pace)));
      if (some < 2) return first.done + (some > 0 ? compiled.run(times - first.done) : 0);
      together(parts, crew, 1); // the first time threads have to wake up
      const second = timed((n) => together(parts, crew, n), some - 1);
      const done = first.done + 1 + second.done;
      shared.pays = second.pace < gain * first.pace;
      if (second.done < some - 1 || done >= times) return done;
      return done + (shared.pays ? together(parts, crew, times - done) : compiled.run(times - done));
    },
  };
}
