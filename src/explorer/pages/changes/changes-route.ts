import type { Route } from "../../routes/route.js";

/** `#/changes/<owner>`: the changes of a type, an operation, a path or a request. */
export function changesRoute(owner: string): Route {
  return { page: "changes", parts: [owner] };
}

/** The owner that a route names; undefined for all. The address leaves out the slash at the start of a path. */
export function ownerIn({ parts }: Route, owners: Iterable<string>): string | undefined {
  const named = parts.join("/");
  return [...owners].find((owner) => owner.replace(/^\//, "") === named);
}
