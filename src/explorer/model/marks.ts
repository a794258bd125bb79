/** The requests that a reader marked: kept while the page is open, and in the address of `#/marked`. */
import type { Route } from "../routes/route.js";

/** `GET /users/{id}` */
export const marks = new Set<string>();

/** Marks a request, or takes its mark away. */
export function toggleMark(request: string): void {
  if (!marks.delete(request)) marks.add(request);
}

/** The marks that an address has, in the place of those before; it has none where it was not made here. */
export function takeMarks(requests: readonly string[]): void {
  if (requests.length > 0) marks.clear();
  for (const request of requests) marks.add(request);
}

/** `#/marked/GET%20%2Fusers/…`, which shows the same set in another browser. */
export function markedRoute(): Route {
  return ["marked", ...[...marks].sort()];
}
