// The whole state of a page lives behind the #, which is never sent to a server: #learn/2?k=0.5
export type PageName = "learn" | "table" | "playground" | "lesson" | "teach";

export interface Route {
  readonly page: PageName;
  /** What follows the page's name: a chapter. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

const pages: ReadonlySet<string> = new Set(["learn", "table", "playground", "lesson", "teach"] satisfies PageName[]);

/** The route of a fragment; undefined where no page has that name. An empty fragment is the first page. */
export function parseRoute(fragment: string): Route | undefined {
  const text = fragment.replace(/^#\/?/, "");
  const [way = "", ...queries] = text.split("?");
  const [page = "", ...rest] = way.split("/");
  const query = new URLSearchParams(queries.join("?"));
  if (page === "") return { page: "learn", rest: "1", query };
  return pages.has(page) ? { page: page as PageName, rest: rest.join("/"), query } : undefined;
}

/** The fragment of a route. */
export function routeText({ page, rest, query }: Route): string {
  const asked = query.toString();
  return `#${page}${rest === "" ? "" : `/${rest}`}${asked === "" ? "" : `?${asked}`}`;
}
