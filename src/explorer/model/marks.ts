/** The requests that a reader marked: kept while the page is open, and in the address of `#/marked`. */
import type { Route } from "../routes/route.js";

/** `GET /users/{id}` */
const marks = new Set<string>();

export function isMarked(request: string): boolean {
  return marks.has(request);
}

export function markedCount(): number {
  return marks.size;
}

/** Marks a request, or takes its mark away. */
export function toggleMark(request: string): void {
  if (!marks.delete(request)) marks.add(request);
}

/** The marks that an address has, in the place of those before. */
export function takeMarks({ parts }: Route): void {
  if (parts.length === 0) return;
  marks.clear();
  for (const part of parts) marks.add(part);
}

/** `#/marked/GET%20%2Fusers/…`, which shows the same set in another browser. */
export function markedRoute(): Route {
  return { page: "marked", parts: [...marks].sort() };
}
