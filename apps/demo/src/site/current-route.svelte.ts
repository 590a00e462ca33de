import { lessonKeys } from "../lesson/lesson";
import { parseRoute, type Route, routeText } from "./route";

const first: Route = { page: "learn", rest: "1", query: new URLSearchParams() };
let route = $state.raw<Route>(parseRoute(location.hash) ?? first);
let unknown = $state(parseRoute(location.hash) === undefined);

addEventListener("hashchange", () => {
  const next = parseRoute(location.hash);
  unknown = next === undefined;
  route = next ?? first;
});

export const currentRoute = {
  get value(): Route {
    return route;
  },
  /** Whether the address names no page of this site. */
  get unknown(): boolean {
    return unknown;
  },
  /** Writes what a page's state is into the address, without a step in the history; the lesson's part of it stays. */
  remember(state: URLSearchParams): void {
    const query = new URLSearchParams(state);
    for (const key of lessonKeys) {
      const kept = route.query.get(key);
      // chapter 3 has a goal of its own among its state
      if (kept !== null && !query.has(key)) query.set(key, kept);
    }
    route = { ...route, query };
    history.replaceState(history.state, "", routeText(route));
  },
};
