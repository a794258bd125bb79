import type { Route } from "../../routes/route.js";

/** `#/changes/<owner>`: the changes of a type, an operation, a path or a request. */
export function changesRoute(owner: string): Route {
  return { page: "changes", parts: [owner] };
}

/** The owner that a route names; undefined for all. */
export function ownerIn({ parts: [named] }: Route, owners: Iterable<string>): string | undefined {
  return [...owners].find((owner) => owner === named);
}
