import type { Entry } from "@neurite/tensor";
import { type CompiledEntry, type CompiledParts, compileParts, type Site } from "./compile-entry";
import { type Crew, startCrew } from "./crew";

/** How long a program has to have worked before it gets threads, and how long these wait for more, in milliseconds. */
const [settlingIn, idleTime] = [40, 4000] as const;

/** How long each way is tried, in milliseconds, and how much faster threads have to be. */
const [trialTime, gain] = [3, 0.92] as const;

/** Runs something so many times and gives how many were completed. */
type Run = (times: number) => number;

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
  let forbidden = false;
  crews.register(owner, held);

  const together = ({ module, run }: CompiledParts, crew: Crew, times: number): number => {
    crew.run(module, times);
    return run(times);
  };
  const end = () => {
    held.crew?.end();
    held.crew = undefined;
  };
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(end, idleTime);
    (idle as { unref?(): void }).unref?.();
  };
  return {
    repeat(entry, compiled, times) {
      const { crew } = held;
      if (crew?.lost()) {
        forbidden = true;
        end();
      }
      const found = known.get(entry);
      if (forbidden || (found && (!found.parts || found.pays === false))) return compiled.run(times);
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
      const shared = found ?? { parts: compileParts(site, entry, threads), pays: always ? true : undefined };
      known.set(entry, shared);
      const { parts } = shared;
      if (!parts) return compiled.run(times);
      rest();
      if (shared.pays) return together(parts, crew, times);
      return trial(
        compiled.run,
        (n) => together(parts, crew, n),
        times,
        (paid) => {
          shared.pays = paid;
        },
      );
    },
  };
}

/** Runs an entry so many times, some of them alone and some together, and tells which way is better; stops where the guard says no. */
function trial(alone: Run, together: Run, times: number, tell: (pays: boolean) => void): number {
  let done = 0;
  /** Milliseconds a time; undefined where the guard said no. */
  const pace = (run: Run, count: number): number | undefined => {
    const start = performance.now();
    const completed = run(count);
    done += completed;
    return completed < count ? undefined : (performance.now() - start) / count;
  };
  const single = pace(alone, Math.max(1, Math.floor(times / 4)));
  if (single === undefined) return done;
  if (times - done < 3) {
    pace(alone, times - done);
    return done;
  }
  if (pace(together, 1) === undefined) return done; // the first time, threads have to wake up
  const shared = pace(together, Math.min(times - done, Math.max(1, Math.ceil(trialTime / single))));
  if (shared === undefined) return done;
  const pays = shared < gain * single;
  tell(pays);
  if (times > done) pace(pays ? together : alone, times - done);
  return done;
}
