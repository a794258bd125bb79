import type { Route } from "../../routes/route.js";

/** `#/changes/<owner>`: the changes of a type, an operation, a path or a request. */
export function changesRoute(owner: string): Route {
  return { page: "changes", parts: [owner] };
}

/** The owner that a route names; undefined for all. A path that is typed has its slashes. */
export function ownerIn({ parts }: Route): string | undefined {
  return parts.join("/") || undefined;
}
