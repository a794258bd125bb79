/** Where navigation properties lead to. */
import { isDerived } from "../query/names.js";
import type { MockNavigation, MockService } from "../service.js";
import type { Rows } from "./rows.js";

/** The set or singleton that a navigation property of an entity in rows leads to; undefined for what is contained. */
export function targetNameOf(
  service: MockService,
  rows: Rows,
  name: string,
  { contained, type }: MockNavigation,
): string | undefined {
  return contained === true ? undefined : (boundTarget(rows, name) ?? setOfType(service, type));
}

function boundTarget({ child, bindingPath }: Rows, name: string): string | undefined {
  const path = bindingPath + name;
  const entries = Object.entries(child?.bindings ?? {});
  const bound = entries.find(([at]) => at === path || at.endsWith(`.${path}`) || withoutCasts(at) === path)?.[1];
  return bound?.includes("/") === true ? undefined : bound;
}

/** The set of a type, where no binding says which it is: of the type itself, else of a base. */
export function setOfType(service: MockService, type: string): string | undefined {
  const sets = Object.entries(service.children).flatMap(([name, child]) =>
    child.kind === "set" ? [[name, child.type] as const] : [],
  );
  return (sets.find(([, one]) => one === type) ?? sets.find(([, one]) => isDerived(service, type, one)))?.[0];
}

function withoutCasts(path: string): string {
  return path
    .split("/")
    .filter((segment) => !segment.includes("."))
    .join("/");
}
