import { parseRoute } from "../site/route";
import { hideable, type LessonPage } from "./hideable";

/** Where a lesson begins: a page, as it was set. */
export interface LessonStart {
  readonly page: LessonPage;
  readonly state: URLSearchParams;
}

/** The page and the state that an address of this site names; undefined where it names none that a lesson can begin from. */
export function startOf(address: string): LessonStart | undefined {
  const at = address.indexOf("#");
  const route = at < 0 ? undefined : parseRoute(address.slice(at).trim());
  if (!route) return undefined;
  const name = route.rest === "" ? route.page : `${route.page}/${route.rest}`;
  return Object.hasOwn(hideable, name) ? { page: name as LessonPage, state: route.query } : undefined;
}
